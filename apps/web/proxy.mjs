// Where the server for development finds the API. PORT is Angular's own there.
export default { '/api': { target: `http://127.0.0.1:${process.env.API_PORT ?? 3000}` } };
