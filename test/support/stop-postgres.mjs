// After the last test of a run.
export default async function stopPostgres() {
  await globalThis.throwawayPostgres?.stop();
}
