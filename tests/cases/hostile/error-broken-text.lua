-- An error whose text is no UTF-8.
-- expect: error: broken
error("broken \xFF\xFE")
