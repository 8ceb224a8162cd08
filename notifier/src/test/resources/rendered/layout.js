// What is wrong with the layout of this page, one line each; an empty list if nothing is.
() => {
  const enough = 20;
  const found = new Set();
  const blamed = new Map();
  const tolerated = 1;
  const wide = document.documentElement.clientWidth;
  // Of those that hold one another only the innermost, which is where it comes from.
  const say = (what, element) => {
    const others = (blamed.get(what) || []).filter((each) => !each.contains(element));
    blamed.set(what, [...others, element]);
  };
  const line = (what, element) => {
    const classes = [...element.classList].map((each) => '.' + each).join('');
    const words = (element.innerText || element.alt || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    found.add(`${what}: <${element.tagName.toLowerCase()}${classes}> ${words}`);
  };
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });

  const scrolling = document.scrollingElement;
  if (scrolling.scrollWidth > wide) {
    found.add(`the page is ${scrolling.scrollWidth} px wide in a window of ${wide} px`);
  }
  if (!document.querySelector('meta[name=viewport]')) {
    found.add('a phone is not told to show the page at its own width');
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!shown(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (element.matches('img, picture, svg, video, audio, canvas, iframe, object, embed, script, link')) {
      say('nothing but text is shown', element);
    }
    if (style.backgroundImage.includes('url(')) say('an image behind', element);
    if (box.width && (box.right > wide + tolerated || box.left < -tolerated)) {
      say('reaches out of the window', element);
    }
    if (style.maxWidth.endsWith('px') && box.width > parseFloat(style.maxWidth) + tolerated) {
      say(`${Math.round(box.width)} px are more than its ${style.maxWidth}`, element);
    }
    const boxed = style.display !== 'inline' && style.display !== 'contents';
    if (boxed && element.scrollWidth > element.clientWidth + tolerated && element.clientWidth > 0) {
      say(style.overflowX === 'visible' ? 'holds more than its width' : 'cuts its content off', element);
    }
    if (
      boxed && !element.matches('textarea') && style.overflowY !== 'visible' &&
      element.scrollHeight > element.clientHeight + tolerated
    ) {
      say('cuts its content off below', element);
    }
    if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') {
      say('may cut its text', element);
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.trim() || !shown(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      if (line.right > wide + tolerated || line.left < -tolerated) {
        say('text reaches out of the window', text.parentElement);
      }
    }
  }
  blamed.forEach((elements, what) => elements.forEach((element) => line(what, element)));
  return [...found].slice(0, enough);
}
