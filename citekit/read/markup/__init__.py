"""Files that say themselves what is a note: Word, OpenDocument, EPUB, HTML, JATS, TEI."""
