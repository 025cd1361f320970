"""Lines of the usual shape to columns without a Python object a line: compiled kernels, which leave all else to the readers."""
