"""How a report is drawn: one sheet, on a picture or on the pages of a document."""
