/** SQL files are imported as text: the bundler and the tests both read them so. */
declare module '*.sql' {
  const text: string;
  export default text;
}
