"""Packaged food in a photo: the number of its bar code, and its nutrition panel read by RapidOCR."""
