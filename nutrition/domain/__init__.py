"""Pure rules and words about eating: kinds of food, which meal a time of day belongs to."""
