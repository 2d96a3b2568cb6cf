"""stylelint: an editorial style linter for article drafts."""

__version__ = "0.1.0"
