// Runs before the first paint, as a file because the page allows no inline script.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = null;
  try {
    theme = localStorage.getItem('relance.theme');
    language = localStorage.getItem('relance.language');
  } catch {
    // Storage may be refused: the system's theme and the browser's language are used.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  if (dark) root.dataset.theme = 'dark';
  root.lang = language || (/^fr/i.test(navigator.language) ? 'fr' : 'en');
})();
