export * from '../../domain/client.ts';
