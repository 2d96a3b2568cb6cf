"""Vale's styles and configurations, run on drafts as Vale runs them, but with places that are added up."""
