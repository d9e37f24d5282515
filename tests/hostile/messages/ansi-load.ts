// The same while it loads.
// Case: own ansi-load
// Expect: CE
// At most: 0
throw new Error('\u001b[2J\u001b]0;owned\u0007\u009b31m\rSCORE 100/100');
export {};
