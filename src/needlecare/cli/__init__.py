"""The command line: arguments in, printing out, nothing else."""
