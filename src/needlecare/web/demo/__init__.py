"""A clinic that does not exist, to look around in: made by the app's own actions, with the time as an argument."""
