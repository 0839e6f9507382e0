# English warnings are where the program warns.
