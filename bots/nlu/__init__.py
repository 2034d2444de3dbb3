"""What a message wants, as far as words alone tell; pure."""
