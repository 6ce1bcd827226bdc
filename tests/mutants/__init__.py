"""Rules that no other test held firmly enough, found by mutation testing (docs/guide/mutation-testing.md)."""
