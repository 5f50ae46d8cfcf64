import { availableParallelism } from 'node:os';

const swc = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

export default {
  transform: swc,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/strict.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  testTimeout: 30_000,
  // Much of a run is waiting for browsers and servers: two cores carry two workers.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
