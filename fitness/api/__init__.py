"""The REST door of body measurements, activities and sleep."""
