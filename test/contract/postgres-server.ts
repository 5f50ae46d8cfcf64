export { findPostgres, missing, type Server, startPostgres } from '../../local/store/postgres/server.ts';
