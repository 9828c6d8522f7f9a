// Loaded before a server: when the process that started it is gone, however it went, the server is asked to end as by Ctrl-C.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
