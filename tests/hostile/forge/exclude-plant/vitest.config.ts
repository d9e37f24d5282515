export default { test: { exclude: ['**/hidden.test.ts'], include: ['./double/hidden.test.ts'] } };
