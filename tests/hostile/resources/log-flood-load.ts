// Prints for ever while it loads.
// Case: own log-flood-load
// Expect: OLE
// At most: 0
for (;;) console.log('x'.repeat(1000));
