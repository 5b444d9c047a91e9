"""A day in court at the screen: the docket, the page as it prints, what was said and ordered."""
