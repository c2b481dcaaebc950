"""Mails: what is in their headers."""

# A package: email.utils.
__path__ = []
