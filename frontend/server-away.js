// While the server is away the page says so in one sentence, and nothing on it can be pressed. The sentence comes from the
// server: data-away of the application's layout.

const AWAY = ['reconnecting', 'connection-lost'];

let told = null;

function tell() {
  const sentence = document.querySelector('vaadin-app-layout[data-away]')?.dataset.away;
  if (told || !sentence) {
    return;
  }
  told = document.createElement('div');
  told.className = 'server-away';
  told.setAttribute('role', 'alert');
  told.textContent = sentence;
  for (const part of document.body.children) {
    if (!part.inert) {
      part.inert = true;
      part.dataset.inertWhileAway = '';
    }
  }
  document.body.append(told);
}

function untell() {
  told?.remove();
  told = null;
  for (const part of document.querySelectorAll('[data-inert-while-away]')) {
    part.inert = false;
    delete part.dataset.inertWhileAway;
  }
}

function watch() {
  const connection = window.Vaadin?.connectionState;
  if (connection) {
    connection.addStateChangeListener((before, now) => (AWAY.includes(now) ? tell() : untell()));
  } else {
    setTimeout(watch, 100);
  }
}

watch();
