"""What is measured of a detector's answer: one figure's idea a file."""
