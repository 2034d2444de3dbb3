"""Pure rules about eating: which meal a time of day belongs to."""
