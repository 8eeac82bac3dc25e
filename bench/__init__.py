"""Speed as ratios: each command is timed beside the one it is held against, in turn, in one run."""
