// Answers with its own process id; told to misbehave, it does.
const hoard = [];
process.on('message', ({ what }) => {
  if (what === 'loop') for (;;);
  if (what === 'exit') process.exit(3);
  if (what === 'hoard') setInterval(() => hoard.push(Buffer.alloc(8_000_000, 1)), 1);
  else process.send({ pid: process.pid, env: Object.keys(process.env) });
});
