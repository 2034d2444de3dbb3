"""Skin sentences to drafts; pure."""
