"""What every app stands on: errors, problem+json, paging, phrases, readers of settings."""
