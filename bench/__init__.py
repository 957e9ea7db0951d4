"""`script/bench`: what the running assistant takes, costs and gives away (docs/bench.md)."""
