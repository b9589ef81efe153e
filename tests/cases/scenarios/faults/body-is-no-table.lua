-- expect: 2: scenario "name" is followed by { ... }
return scenario "fault" "body"
