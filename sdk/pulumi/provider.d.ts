export * from './dist/provider';
