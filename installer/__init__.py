"""What turns the sources into a set-up machine and a release."""
