/** The page's frame and its type. Sizes in rem alone, so that the reader's text size reaches everything. */
export const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.65 -apple-system,BlinkMacSystemFont,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","Segoe UI",Roboto,sans-serif;overflow-wrap:break-word;word-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
html[lang=en] body,span[lang=en]{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
h1,.section>h2,.verdict h2{font-family:"Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",Georgia,serif;font-weight:700;line-height:1.3}
a{color:var(--accent)}
a:focus,summary:focus,input:focus,button:focus{outline:.1875rem solid var(--accent);outline-offset:.125rem}
[lang=en] h1,[lang=en] .section>h2,[lang=en] .verdict h2{font-family:Georgia,"Noto Serif","Liberation Serif","Times New Roman","Songti SC","Noto Serif CJK SC",serif}
svg{display:block}
.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.95em}
.aloud{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--surface);padding:.5rem .75rem;z-index:1}
.frame{max-width:70rem;margin:0 auto;padding:0 1rem}
.top{border-bottom:1px solid var(--line);background:var(--surface);font-size:.875rem}
.top .frame{display:flex;align-items:center;justify-content:space-between}
.mark{display:flex;align-items:center;padding:.625rem 0;font-weight:600;color:var(--accent);text-decoration:none;line-height:1.3}
.mark svg{width:1.375rem;height:1.375rem;flex:none;margin-right:.5rem;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.language{flex:none;padding:.625rem 0 .625rem 1rem}
.title{padding:1rem 0 .75rem}
h1{font-size:1.75rem}
h1 small{display:block;font:400 .9375rem/1.4 Georgia,serif;color:var(--soft)}
.kind,.unknown,.since,.when,.meta,.legend,.axis,.standard,.none,small{color:var(--soft)}
.kind,.legend,.meta{font-size:.875rem;font-weight:400}
.word{font-size:.875rem;font-weight:600;white-space:nowrap}
details{margin-top:.5rem;font-size:.875rem}
summary{padding:.25rem 0;color:var(--accent);cursor:pointer}
pre{margin:.5rem 0;padding:.625rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--surface);border:1px solid var(--line);border-radius:.375rem;font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.log ol{padding-left:1.25rem;list-style:decimal}
.foot{margin-top:2rem;border-top:1px solid var(--line);padding:1.25rem 0 2.5rem;font-size:.875rem;color:var(--soft)}
.foot p+p{margin-top:.375rem}
.address{display:none;word-break:break-all}
.call,button{display:inline-block;margin:.75rem 0;padding:.625rem 1.25rem;border:0;border-radius:.375rem;background:var(--accent);color:var(--on-accent);font:600 1rem/1.5 inherit;font-family:inherit;text-decoration:none;cursor:pointer}`;
