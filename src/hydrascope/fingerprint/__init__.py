"""What of an exchange must be kept to recognise it: Arrow batch in, Arrow batch out."""
