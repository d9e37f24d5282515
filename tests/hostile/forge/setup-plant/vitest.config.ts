export default { test: { setupFiles: ['./setup.ts'], globalSetup: ['./setup.ts'] } };
