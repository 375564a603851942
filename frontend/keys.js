// Keys that work on every screen: / goes to its filter, ? shows all keys, Enter opens the row of a table that has the focus. What is typed into a field, or while a dialog asks
// something, is left alone.

function isTyping(event) {
  return event
    .composedPath()
    .some((node) => node.matches?.('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="alertdialog"]'));
}

function dialogIsOpen() {
  return document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
}

// Of a row that leads somewhere its link is followed; any other is chosen, as with the space bar.
function openRow(event) {
  const grid = event.target.closest?.('vaadin-grid');
  const cell = grid?.shadowRoot.activeElement;
  const row = cell?.closest('tbody tr');
  if (!row || grid.hasAttribute('interacting')) {
    return;
  }
  const links = [...row.children]
    .flatMap((each) => each.querySelector('slot')?.assignedElements() ?? [])
    .flatMap((content) => [...content.querySelectorAll('a[href]')]);
  if (links.length > 0) {
    links[0].click();
  } else if (row.getAttribute('aria-selected') === 'false') {
    // The space bar on a cell with a box ticks the box.
    const chosen = [...row.children].find((each) => !each.querySelector('slot')?.assignedElements().some((content) => content.querySelector('.pick')));
    chosen.focus();
    chosen.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, composed: true }));
    chosen.dispatchEvent(new KeyboardEvent('keyup', { key: ' ', code: 'Space', bubbles: true, composed: true }));
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener(
  'keydown',
  (event) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat) {
      openRow(event);
    }
  },
  true,
);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event) || dialogIsOpen()) {
    return;
  }
  if (event.key === '/') {
    const filter = [...document.querySelectorAll('main [data-filter]')].find((field) => field.offsetParent !== null);
    if (filter) {
      filter.focus();
      event.preventDefault();
    }
  } else if (event.key === '?') {
    document.querySelector('vaadin-app-layout')?.dispatchEvent(new CustomEvent('rehearsal-keys'));
    event.preventDefault();
  } else if (event.key === 'Escape' && !document.activeElement?.closest('main')) {
    // Whoever has come by a link has the focus nowhere; within the screen the server listens itself.
    const panel = [...document.querySelectorAll('main .panel')].find((shown) => shown.offsetParent !== null);
    panel?.querySelector('.panel-heading vaadin-button')?.click();
  }
});
