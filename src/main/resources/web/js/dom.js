/** Elements, built without markup: no text of a report is ever read as HTML. */

const SVG = 'http://www.w3.org/2000/svg';

/** An element; attributes that are null, undefined or false are left out; `on` holds listeners. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same, of SVG. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'vars') {
      for (const [key, number] of Object.entries(value)) element.style.setProperty(key, number);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Puts the content in place of what was there, but only when what it is made from has changed: nothing flickers, and
 * the focus stays where it was.
 */
export function put(place, made, ...content) {
  const mark = JSON.stringify(made);
  if (place.dataset.made === hash(mark)) return false;
  place.dataset.made = hash(mark);
  const held = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...content.map((c) => (typeof c === 'function' ? c() : c)).flat(Infinity).filter(Boolean));
  if (held) place.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  return true;
}

function hash(text) {
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = ((sum * 33) ^ text.charCodeAt(i)) >>> 0;
  return `${text.length}.${sum}`;
}
