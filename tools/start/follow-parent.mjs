// Loaded before a supervised program (node --import): when the supervisor has ended, even by kill -9, the program ends
// too.
const parent = process.ppid;
const patienceMs = 15_000;

setInterval(() => {
  if (process.ppid === parent) return;
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patienceMs).unref();
}, 500).unref();
