-- An error that writes to the terminal.
-- expect: error: [2J
error("\27[2J\27]0;title\7")
