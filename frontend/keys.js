// Keys that work on every screen: / goes to its filter, ? shows all keys. What is typed into a field, or while a dialog asks
// something, is left alone.

function isTyping(event) {
  return event
    .composedPath()
    .some((node) => node.matches?.('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="alertdialog"]'));
}

function dialogIsOpen() {
  return document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
}

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
  }
});
