"""The measure of speed: what one plain request costs here."""
