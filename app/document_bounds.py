"""How large a document may be; both ends of the pipe to the process that opens it go by this."""

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_PAGES = 2000
MOST_PIXELS = 40_000_000  # a letter scanned at 600 dots an inch has 34 million
# The largest picture of a page, in pixels, and the most of its words.
WIDEST, TALLEST = 3000, 6000
MOST_WORDS = 20_000
