"""What the pages of the chat need in their templates."""
