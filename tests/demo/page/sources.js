/** How the shared sources answer the core: a switch each, for everybody. What a person was given of their own goes before it. */

const SOURCES = { BDC: '房产', MZ: '民政', GA: '公安', RS: '社保医保', JY: '就业', ZX: '征信', FP: '发票' };
const STATES = { answers: '正常', silent: '不回应', differs: '不一致' };

/** Draws the switches into `box`; `ask` speaks to the stand-ins. Gives a function that shows what the core says now. */
export function drawSources(box, ask) {
  const show = ({ sources }) => {
    const states = Object.fromEntries(sources.filter((it) => it.key === undefined).map((it) => [it.source, it.state]));
    for (const code of Object.keys(SOURCES)) box.querySelector(`input[name="${code}"][value="${states[code] ?? 'answers'}"]`).checked = true;
  };
  box.replaceChildren(...Object.entries(SOURCES).map(([code, words]) => switchOf(code, words)));
  box.addEventListener('change', ({ target }) => {
    const shown = () => ask('core/sources').then(show);
    void ask('core/sources', { source: target.name, state: target.value }).then(show).catch(shown);
  });
  return show;
}

function switchOf(code, words) {
  const group = document.createElement('div');
  group.className = 'switch';
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', words);
  const name = document.createElement('b');
  name.textContent = words;
  group.append(name, ...Object.entries(STATES).map(([state, of]) => choiceOf(code, state, of)));
  return group;
}

function choiceOf(code, state, words) {
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'radio', name: code, value: state });
  const shown = document.createElement('span');
  shown.textContent = words;
  label.append(input, shown);
  return label;
}
