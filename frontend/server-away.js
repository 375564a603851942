// While the server is away the page says so in one sentence, and its buttons are off; what somebody types goes on, and is
// kept. The sentence comes from the server: data-away of the application's layout.

const AWAY = ['reconnecting', 'connection-lost'];
const PAUSE = 3000;

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
  for (const button of document.querySelectorAll('vaadin-button:not([disabled]), button:not([disabled])')) {
    button.disabled = true;
    button.dataset.offWhileAway = '';
  }
  document.body.append(told);
  setTimeout(ask, PAUSE);
}

// The connection may learn that the server is back only when somebody does something, which nobody can while buttons are off.
function ask() {
  if (told) {
    fetch(new URL('__lbheartbeat__', document.baseURI), { cache: 'no-store' }).then(
      (answer) => (answer.ok ? untell() : setTimeout(ask, PAUSE)),
      () => setTimeout(ask, PAUSE),
    );
  }
}

function untell() {
  told?.remove();
  told = null;
  for (const button of document.querySelectorAll('[data-off-while-away]')) {
    button.disabled = false;
    delete button.dataset.offWhileAway;
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
