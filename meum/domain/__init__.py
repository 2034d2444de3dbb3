"""Pure values that every app shares: intervals, units, days, languages, nutrient vectors."""
