/*! Includes Lit (c) Google LLC, BSD-3-Clause, and socket.io-client (c) Guillermo Rauch, MIT. */
"use strict";(()=>{var At=Object.defineProperty;var _t=Object.getOwnPropertyDescriptor;var p=(t,e,r,i)=>{for(var s=i>1?void 0:i?_t(e,r):e,n=t.length-1,o;n>=0;n--)(o=t[n])&&(s=(i?o(e,r,s):o(s))||s);return i&&s&&At(e,r,s),s};var re=globalThis,ie=re.ShadowRoot&&(re.ShadyCSS===void 0||re.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,xe=Symbol(),Oe=new WeakMap,K=class{constructor(e,r,i){if(this._$cssResult$=!0,i!==xe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(ie&&e===void 0){let i=r!==void 0&&r.length===1;i&&(e=Oe.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&Oe.set(r,e))}return e}toString(){return this.cssText}},ze=t=>new K(typeof t=="string"?t:t+"",void 0,xe),y=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((i,s,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+t[n+1],t[0]);return new K(r,t,xe)},De=(t,e)=>{if(ie)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let i=document.createElement("style"),s=re.litNonce;s!==void 0&&i.setAttribute("nonce",s),i.textContent=r.cssText,t.appendChild(i)}},$e=ie?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let i of e.cssRules)r+=i.cssText;return ze(r)})(t):t;var{is:Et,defineProperty:St,getOwnPropertyDescriptor:kt,getOwnPropertyNames:Ct,getOwnPropertySymbols:Tt,getPrototypeOf:Rt}=Object,se=globalThis,Ue=se.trustedTypes,Pt=Ue?Ue.emptyScript:"",Mt=se.reactiveElementPolyfillSupport,Y=(t,e)=>t,Z={toAttribute(t,e){switch(e){case Boolean:t=t?Pt:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},ne=(t,e)=>!Et(t,e),qe={attribute:!0,type:String,converter:Z,reflect:!1,useDefault:!1,hasChanged:ne};Symbol.metadata??=Symbol("metadata"),se.litPropertyMetadata??=new WeakMap;var L=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=qe){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let i=Symbol(),s=this.getPropertyDescriptor(e,i,r);s!==void 0&&St(this.prototype,e,s)}}static getPropertyDescriptor(e,r,i){let{get:s,set:n}=kt(this.prototype,e)??{get(){return this[r]},set(o){this[r]=o}};return{get:s,set(o){let l=s?.call(this);n?.call(this,o),this.requestUpdate(e,l,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??qe}static _$Ei(){if(this.hasOwnProperty(Y("elementProperties")))return;let e=Rt(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(Y("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Y("properties"))){let r=this.properties,i=[...Ct(r),...Tt(r)];for(let s of i)this.createProperty(s,r[s])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[i,s]of r)this.elementProperties.set(i,s)}this._$Eh=new Map;for(let[r,i]of this.elementProperties){let s=this._$Eu(r,i);s!==void 0&&this._$Eh.set(s,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let s of i)r.unshift($e(s))}else e!==void 0&&r.push($e(e));return r}static _$Eu(e,r){let i=r.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let i of r.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return De(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,i){this._$AK(e,i)}_$ET(e,r){let i=this.constructor.elementProperties.get(e),s=this.constructor._$Eu(e,i);if(s!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:Z).toAttribute(r,i.type);this._$Em=e,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(e,r){let i=this.constructor,s=i._$Eh.get(e);if(s!==void 0&&this._$Em!==s){let n=i.getPropertyOptions(s),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Z;this._$Em=s;let l=o.fromAttribute(r,n.type);this[s]=l??this._$Ej?.get(s)??l,this._$Em=null}}requestUpdate(e,r,i,s=!1,n){if(e!==void 0){let o=this.constructor;if(s===!1&&(n=this[e]),i??=o.getPropertyOptions(e),!((i.hasChanged??ne)(n,r)||i.useDefault&&i.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,i))))return;this.C(e,r,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:i,reflect:s,wrapped:n},o){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??r??this[e]),n!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(r=void 0),this._$AL.set(e,r)),s===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[s,n]of i){let{wrapped:o}=n,l=this[s];o!==!0||this._$AL.has(s)||l===void 0||this.C(s,void 0,n,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(r)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};L.elementStyles=[],L.shadowRootOptions={mode:"open"},L[Y("elementProperties")]=new Map,L[Y("finalized")]=new Map,Mt?.({ReactiveElement:L}),(se.reactiveElementVersions??=[]).push("2.1.2");var we=globalThis,je=t=>t,oe=we.trustedTypes,Ne=oe?oe.createPolicy("lit-html",{createHTML:t=>t}):void 0,Ae="$lit$",I=`lit$${Math.random().toFixed(9).slice(2)}$`,_e="?"+I,Lt=`<${_e}>`,j=document,X=()=>j.createComment(""),B=t=>t===null||typeof t!="object"&&typeof t!="function",Ee=Array.isArray,Je=t=>Ee(t)||typeof t?.[Symbol.iterator]=="function",ye=`[ 	
\f\r]`,Q=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,He=/-->/g,Ve=/>/g,U=RegExp(`>|${ye}(?:([^\\s"'>=/]+)(${ye}*=${ye}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Fe=/'/g,We=/"/g,Ke=/^(?:script|style|textarea|title)$/i,Se=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),d=Se(1),sr=Se(2),nr=Se(3),O=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Ge=new WeakMap,q=j.createTreeWalker(j,129);function Ye(t,e){if(!Ee(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ne!==void 0?Ne.createHTML(e):e}var Ze=(t,e)=>{let r=t.length-1,i=[],s,n=e===2?"<svg>":e===3?"<math>":"",o=Q;for(let l=0;l<r;l++){let a=t[l],h,x,c=-1,v=0;for(;v<a.length&&(o.lastIndex=v,x=o.exec(a),x!==null);)v=o.lastIndex,o===Q?x[1]==="!--"?o=He:x[1]!==void 0?o=Ve:x[2]!==void 0?(Ke.test(x[2])&&(s=RegExp("</"+x[2],"g")),o=U):x[3]!==void 0&&(o=U):o===U?x[0]===">"?(o=s??Q,c=-1):x[1]===void 0?c=-2:(c=o.lastIndex-x[2].length,h=x[1],o=x[3]===void 0?U:x[3]==='"'?We:Fe):o===We||o===Fe?o=U:o===He||o===Ve?o=Q:(o=U,s=void 0);let f=o===U&&t[l+1].startsWith("/>")?" ":"";n+=o===Q?a+Lt:c>=0?(i.push(h),a.slice(0,c)+Ae+a.slice(c)+I+f):a+I+(c===-2?l:f)}return[Ye(t,n+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},ee=class t{constructor({strings:e,_$litType$:r},i){let s;this.parts=[];let n=0,o=0,l=e.length-1,a=this.parts,[h,x]=Ze(e,r);if(this.el=t.createElement(h,i),q.currentNode=this.el.content,r===2||r===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(s=q.nextNode())!==null&&a.length<l;){if(s.nodeType===1){if(s.hasAttributes())for(let c of s.getAttributeNames())if(c.endsWith(Ae)){let v=x[o++],f=s.getAttribute(c).split(I),$=/([.?@])?(.*)/.exec(v);a.push({type:1,index:n,name:$[2],strings:f,ctor:$[1]==="."?le:$[1]==="?"?ce:$[1]==="@"?pe:H}),s.removeAttribute(c)}else c.startsWith(I)&&(a.push({type:6,index:n}),s.removeAttribute(c));if(Ke.test(s.tagName)){let c=s.textContent.split(I),v=c.length-1;if(v>0){s.textContent=oe?oe.emptyScript:"";for(let f=0;f<v;f++)s.append(c[f],X()),q.nextNode(),a.push({type:2,index:++n});s.append(c[v],X())}}}else if(s.nodeType===8)if(s.data===_e)a.push({type:2,index:n});else{let c=-1;for(;(c=s.data.indexOf(I,c+1))!==-1;)a.push({type:7,index:n}),c+=I.length-1}n++}}static createElement(e,r){let i=j.createElement("template");return i.innerHTML=e,i}};function N(t,e,r=t,i){if(e===O)return e;let s=i!==void 0?r._$Co?.[i]:r._$Cl,n=B(e)?void 0:e._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(t),s._$AT(t,r,i)),i!==void 0?(r._$Co??=[])[i]=s:r._$Cl=s),s!==void 0&&(e=N(t,s._$AS(t,e.values),s,i)),e}var ae=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:i}=this._$AD,s=(e?.creationScope??j).importNode(r,!0);q.currentNode=s;let n=q.nextNode(),o=0,l=0,a=i[0];for(;a!==void 0;){if(o===a.index){let h;a.type===2?h=new F(n,n.nextSibling,this,e):a.type===1?h=new a.ctor(n,a.name,a.strings,this,e):a.type===6&&(h=new de(n,this,e)),this._$AV.push(h),a=i[++l]}o!==a?.index&&(n=q.nextNode(),o++)}return q.currentNode=j,s}p(e){let r=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,r),r+=i.strings.length-2):i._$AI(e[r])),r++}},F=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,i,s){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=i,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=N(this,e,r),B(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==O&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Je(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&B(this._$AH)?this._$AA.nextSibling.data=e:this.T(j.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:i}=e,s=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=ee.createElement(Ye(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===s)this._$AH.p(r);else{let n=new ae(s,this),o=n.u(this.options);n.p(r),this.T(o),this._$AH=n}}_$AC(e){let r=Ge.get(e.strings);return r===void 0&&Ge.set(e.strings,r=new ee(e)),r}k(e){Ee(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,i,s=0;for(let n of e)s===r.length?r.push(i=new t(this.O(X()),this.O(X()),this,this.options)):i=r[s],i._$AI(n),s++;s<r.length&&(this._$AR(i&&i._$AB.nextSibling,s),r.length=s)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let i=je(e).nextSibling;je(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},H=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,i,s,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=r,this._$AM=s,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=u}_$AI(e,r=this,i,s){let n=this.strings,o=!1;if(n===void 0)e=N(this,e,r,0),o=!B(e)||e!==this._$AH&&e!==O,o&&(this._$AH=e);else{let l=e,a,h;for(e=n[0],a=0;a<n.length-1;a++)h=N(this,l[i+a],r,a),h===O&&(h=this._$AH[a]),o||=!B(h)||h!==this._$AH[a],h===u?e=u:e!==u&&(e+=(h??"")+n[a+1]),this._$AH[a]=h}o&&!s&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},le=class extends H{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},ce=class extends H{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},pe=class extends H{constructor(e,r,i,s,n){super(e,r,i,s,n),this.type=5}_$AI(e,r=this){if((e=N(this,e,r,0)??u)===O)return;let i=this._$AH,s=e===u&&i!==u||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,n=e!==u&&(i===u||s);s&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},de=class{constructor(e,r,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}},Qe={M:Ae,P:I,A:_e,C:1,L:Ze,R:ae,D:Je,V:N,I:F,H,N:ce,U:pe,B:le,F:de},It=we.litHtmlPolyfillSupport;It?.(ee,F),(we.litHtmlVersions??=[]).push("3.3.3");var Xe=(t,e,r)=>{let i=r?.renderBefore??e,s=i._$litPart$;if(s===void 0){let n=r?.renderBefore??null;i._$litPart$=s=new F(e.insertBefore(X(),n),n,void 0,r??{})}return s._$AI(t),s};var ke=globalThis,w=class extends L{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Xe(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return O}};w._$litElement$=!0,w.finalized=!0,ke.litElementHydrateSupport?.({LitElement:w});var Ot=ke.litElementPolyfillSupport;Ot?.({LitElement:w});(ke.litElementVersions??=[]).push("4.2.2");var S=t=>(e,r)=>{r!==void 0?r.addInitializer(()=>{customElements.define(t,e)}):customElements.define(t,e)};var zt={attribute:!0,type:String,converter:Z,reflect:!1,hasChanged:ne},Dt=(t=zt,e,r)=>{let{kind:i,metadata:s}=r,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),i==="setter"&&((t=Object.create(t)).wrapped=!0),n.set(r.name,t),i==="accessor"){let{name:o}=r;return{set(l){let a=e.get.call(this);e.set.call(this,l),this.requestUpdate(o,a,t,!0,l)},init(l){return l!==void 0&&this.C(o,void 0,t,l),l}}}if(i==="setter"){let{name:o}=r;return function(l){let a=this[o];e.call(this,l),this.requestUpdate(o,a,t,!0,l)}}throw Error("Unsupported decorator location: "+i)};function A(t){return(e,r)=>typeof r=="object"?Dt(t,e,r):((i,s,n)=>{let o=s.hasOwnProperty(n);return s.constructor.createProperty(n,i),o?Object.getOwnPropertyDescriptor(s,n):void 0})(t,e,r)}function b(t){return A({...t,state:!0,attribute:!1})}var V=(t,e,r)=>(r.configurable=!0,r.enumerable=!0,Reflect.decorate&&typeof e!="object"&&Object.defineProperty(t,e,r),r);function k(t,e){return(r,i,s)=>{let n=o=>o.renderRoot?.querySelector(t)??null;if(e){let{get:o,set:l}=typeof i=="object"?r:s??(()=>{let a=Symbol();return{get(){return this[a]},set(h){this[a]=h}}})();return V(r,i,{get(){let a=o.call(this);return a===void 0&&(a=n(this),(a!==null||this.hasUpdated)&&l.call(this,a)),a}})}return V(r,i,{get(){return n(this)}})}}var Be=y`
  :host {
    all: initial;
    display: block;
    color: var(--portail-text);
    color-scheme: light dark;
    /* The reader's own text size, whatever the page around it does to its rem. */
    font-family:
      ui-sans-serif,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      Arial,
      sans-serif;
    font-size: medium;
    line-height: 1.45;

    --portail-surface: #ffffff;
    --portail-surface-sunken: #f4f7f7;
    --portail-surface-raised: #ffffff;
    --portail-text: #13252b;
    --portail-text-quiet: #4a5f66;
    --portail-line: #dbe4e6;
    --portail-line-control: #74888f;

    --portail-accent: #0b5f63;
    --portail-accent-strong: #084a4d;
    --portail-accent-soft: #e2f0ef;
    --portail-on-accent: #ffffff;

    --portail-mine: #0b5f63;
    --portail-on-mine: #ffffff;
    --portail-agent-soft: #e9eefb;
    --portail-agent: #3550a0;
    --portail-caution-soft: #fff4dc;
    --portail-caution: #6b4700;
    --portail-danger-soft: #fdecea;
    --portail-danger: #a3221a;
    --portail-success: #1c6b3c;

    --portail-focus: #0b5f63;
    --portail-radius-small: 8px;
    --portail-radius: 16px;
    --portail-radius-round: 999px;
    --portail-shadow: 0 1px 2px rgb(9 38 43 / 8%), 0 12px 40px rgb(9 38 43 / 20%);

    /* Relative to the text, so that a larger text keeps its proportions. */
    --portail-text-small: 0.8125em;
    --portail-text-medium: 0.875em;
    /* WCAG 2.2 asks for 24 px; a thumb asks for 44. */
    --portail-target: 44px;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --portail-surface: #10191c;
      --portail-surface-sunken: #0b1214;
      --portail-surface-raised: #1a2629;
      --portail-text: #e8eff0;
      --portail-text-quiet: #a2b4b9;
      --portail-line: #2b3a3e;
      --portail-line-control: #7b9096;

      --portail-accent: #6fcfc9;
      --portail-accent-strong: #93dfda;
      --portail-accent-soft: #16393a;
      --portail-on-accent: #05262a;

      --portail-mine: #1d5a5c;
      --portail-on-mine: #effbfa;
      --portail-agent-soft: #232f50;
      --portail-agent: #b3c4ff;
      --portail-caution-soft: #3a2e12;
      --portail-caution: #f5d58f;
      --portail-danger-soft: #44201d;
      --portail-danger: #ffb4ab;
      --portail-success: #86d7a3;

      --portail-focus: #93dfda;
      --portail-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 40px rgb(0 0 0 / 60%);
    }
  }
`;var T=y`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button {
    min-block-size: var(--portail-target);
    padding: 8px 16px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
    background: var(--portail-surface);
    color: var(--portail-text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    touch-action: manipulation;
  }

  button.primary {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  button.icon {
    display: grid;
    place-items: center;
    inline-size: var(--portail-target);
    padding: 0;
  }

  button.icon:not(.primary) {
    border-color: transparent;
    background: transparent;
  }

  /* A finger does not hover: what it has touched would keep the look. */
  @media (hover: hover) {
    button:hover {
      border-color: var(--portail-accent);
      background: var(--portail-accent-soft);
    }

    button.primary:hover {
      border-color: var(--portail-accent-strong);
      background: var(--portail-accent-strong);
    }

    button.icon:not(.primary):hover {
      background: var(--portail-accent-soft);
    }
  }

  button[aria-disabled="true"] {
    border-color: var(--portail-line);
    background: transparent;
    color: var(--portail-text-quiet);
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--portail-focus);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }

  a {
    color: var(--portail-accent);
    font-weight: 600;
    text-underline-offset: 2px;
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [hidden] {
    display: none !important;
  }

  @media (forced-colors: active) {
    button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;var ue=d`<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
  <path d="M21 11.5a8 8 0 0 1-8 8c-1.4 0-2.7-.3-3.9-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5Z" />
  <path d="M9 11.5h.01M13 11.5h.01M17 11.5h.01" />
</svg>`,Zr=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`,Qr=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3.5" />
</svg>`,Xr=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
</svg>`,Br=d`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24">
  <path d="M12 5v14M5.5 12.5 12 19l6.5-6.5" />
</svg>`,ei=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M19 12H5M11.5 5.5 5 12l6.5 6.5" />
</svg>`,ti=d`<svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24">
  <path d="M12 3l7 3v5.5c0 4.3-2.9 7.8-7 9.5-4.1-1.7-7-5.2-7-9.5V6Z" />
  <path d="M9 12l2.2 2.2L15.2 10" />
</svg>`;var Ut=new Intl.DateTimeFormat("fr-CA",{hour:"numeric",minute:"2-digit"}),qt=new Intl.DateTimeFormat("fr-CA",{weekday:"long",day:"numeric",month:"long"}),ii=new Intl.DateTimeFormat("fr-CA",{dateStyle:"long",timeStyle:"short"});function et(t){return Ut.format(new Date(t))}function Ce(t,e=new Date){let r=new Date(t).toDateString(),i=new Date(e);return i.setDate(e.getDate()-1),r===e.toDateString()?"Aujourd\u2019hui":r===i.toDateString()?"Hier":qt.format(new Date(t))}var jt=6e4,Te=60,Nt={code_utilisateur:"le code d\u2019utilisateur",prenom:"le pr\xE9nom",nom:"le nom",courriel:"l\u2019adresse courriel",telephone:"le num\xE9ro de t\xE9l\xE9phone",carte:"le num\xE9ro de carte",nas:"le num\xE9ro d\u2019assurance sociale",mot_de_passe:"le mot de passe",lien:"le lien"};function tt(t){return Nt[t]??"le renseignement"}var g={product:"Bureau",subtitle:"Service \xE0 la client\xE8le",title:t=>t>0?`(${t}) Bureau`:"Bureau",pages:{label:"Pages",desk:"Bureau",team:"\xC9quipe",figures:"Chiffres",inbox:"Incompris",newTab:"(nouvel onglet)"},signInTitle:"Connexion au bureau",login:"Identifiant",password:"Mot de passe",signIn:"Se connecter",signingIn:"Connexion\u2026",signOut:"Se d\xE9connecter",changePassword:{open:"Mot de passe",title:"Changer de mot de passe",effect:"Vos autres sessions se terminent; celle-ci continue.",current:"Mot de passe actuel",new:"Nouveau mot de passe",hint:"Au moins 12 caract\xE8res. Une phrase que vous retenez convient tr\xE8s bien.",show:"Afficher les mots de passe",save:"Enregistrer",incomplete:"Entrez les deux mots de passe.",done:"Votre mot de passe est chang\xE9.",close:"Fermer"},signInIncomplete:"Entrez votre identifiant et votre mot de passe.",sessionEnded:"Votre session est termin\xE9e. Connectez-vous de nouveau.",unreachable:"Le serveur ne r\xE9pond pas. R\xE9essayez dans un moment.",connecting:"Connexion au serveur\u2026",disconnected:"La connexion est interrompue; nous essayons de la r\xE9tablir. Ce que vous \xE9crivez partira \xE0 son retour.",reconnected:"La connexion est r\xE9tablie.",queue:"File",groups:{waiting:"En attente",mine:"Mes conversations",others:"Avec d\u2019autres agents"},noneWaiting:"Personne n\u2019attend. Les nouvelles demandes appara\xEEtront ici.",closedHours:"Hors des heures d\u2019ouverture\xA0: les clients se font offrir un rappel.",fraud:"Fraude",priority:"Prioritaire",returned:"Revenu",warned:"Avis\xE9 de la fermeture",reference:t=>`R\xE9f.\xA0${t}`,online:"Client en ligne",offline:"Client parti",unread:t=>t===1?"1 nouveau message":`${t} nouveaux messages`,with:t=>`Avec ${t}`,newCase:t=>`Nouvelle demande\xA0: ${t}.`,returnedCase:t=>`Demande revenue dans la file\xA0: ${t}.`,given:t=>`Une conversation vous est confi\xE9e\xA0: ${t}.`,takenBack:t=>`La conversation ${t} est retourn\xE9e dans la file.`,clientLeft:"Le client est parti.",newNote:(t,e)=>`Note de ${t}\xA0: ${e}`,messageElsewhere:"Nouveau message dans une autre de vos conversations.",wait:(t,e)=>{let r=Math.max(0,Math.floor((e-Date.parse(t))/jt));if(r===0)return"\xE0 l\u2019instant";if(r<Te)return`${r}\xA0min`;let i=String(r%Te).padStart(2,"0");return`${Math.floor(r/Te)}\xA0h\xA0${i}`},open:"Afficher",hide:"Masquer",openValue:t=>`Afficher ${tt(t)}`,hideValue:t=>`Masquer ${tt(t)}`,presence:{label:"Votre pr\xE9sence",here:"Disponible",capacity:"Conversations \xE0 la fois",colleagues:t=>t===0?"Aucun coll\xE8gue":t===1?"1 coll\xE8gue":`${t} coll\xE8gues`,noColleague:"Personne d\u2019autre n\u2019a ouvert le bureau.",load:({cases:t,capacity:e})=>`${t} sur ${e}`,away:"en pause",full:"occup\xE9",sound:"Son",shortcuts:"Raccourcis"},views:{label:"Vues",queue:"File",callBacks:t=>t>0?`Rappels (${t})`:"Rappels"},callBacks:{none:"Aucun rappel \xE0 faire.",groups:{due:"\xC0 faire maintenant",later:"Plus tard",settled:"R\xE9gl\xE9s aujourd\u2019hui"},at:t=>`${Ce(t)}, ${et(t)}`,preference:t=>`Souhait\xA0: ${t}`,tries:t=>t===1?"1 essai":`${t} essais`,last:({agent:t,note:e})=>[t,e].filter(Boolean).join("\xA0: ")||null,transcript:"Lire la conversation",transcriptTitle:t=>`Conversation ${t}`,back:"Retour au rappel",show:"Afficher le num\xE9ro",call:t=>`Appeler le ${t}`,extension:t=>`, poste ${t}`,note:"Note sur l\u2019appel",retryAt:"R\xE9essayer \xE0",done:"Client joint",again:"R\xE9essayer plus tard",failed:"Abandonner",givingUp:{title:"Abandonner ce rappel?",effect:"Personne ne rappellera ce client. C\u2019est d\xE9finitif.",submit:"Abandonner le rappel"},retryFirst:"Choisissez l\u2019heure du prochain essai.",changed:"Le client vient de changer ce rappel. La liste montre ce qu\u2019il veut maintenant.",settledBy:({agent:t})=>`Ce rappel a d\xE9j\xE0 \xE9t\xE9 not\xE9 par ${t}. La liste montre o\xF9 il en est.`,calledOff:t=>`Rappel ${t}\xA0: le client l\u2019a annul\xE9.`,statuses:{due:"\xC0 faire",done:"Client joint",failed:"Abandonn\xE9"},settled:t=>`Le rappel ${t} est not\xE9.`},shortcuts:{title:"Raccourcis clavier",intro:"Ils agissent quand vous n\u2019\xE9crivez pas. \xC9chap quitte le champ o\xF9 vous \xE9crivez.",on:"Raccourcis d\u2019une touche",keys:"Touche",effects:"Effet",names:{first:"Ouvrir la premi\xE8re conversation en attente",next:"Conversation suivante",previous:"Conversation pr\xE9c\xE9dente",list:"Aller \xE0 la file",call_backs:"Aller aux rappels",take:"Prendre la conversation",write:"\xC9crire au client",note:"\xC9crire une note",resend:"Renvoyer un courriel",transfer:"Transf\xE9rer",hand_back:"Rendre \xE0 l\u2019assistant",close:"Fermer la conversation",help:"Afficher les raccourcis"},replies:"Au d\xE9but d\u2019une r\xE9ponse\xA0: les r\xE9ponses toutes faites",done:"Termin\xE9"},replies:{button:"R\xE9ponses toutes faites",search:"Chercher une r\xE9ponse toute faite",list:"R\xE9ponses toutes faites",found:t=>t===0?"Aucune r\xE9ponse":t===1?"1 r\xE9ponse":`${t} r\xE9ponses`},nothingShown:"Choisissez une conversation dans la file.",back:"Retour \xE0 la file",take:"Prendre",handBack:"Rendre \xE0 l\u2019assistant",close:"Fermer",closing:{title:"Fermer cette conversation?",effect:"Le client verra que la conversation est termin\xE9e, et son dossier quittera la file.",reason:"Raison",reasons:{regle:"R\xE9gl\xE9",sans_suite:"Le client ne r\xE9pond plus",conseiller:"Dirig\xE9 vers le conseiller",telephone:"Dirig\xE9 vers le service t\xE9l\xE9phonique",hors_sujet:"Hors sujet",abus:"Propos abusifs",autre:"Autre raison"},note:"Note (facultative)",noReason:"Choisissez une raison.",submit:"Fermer la conversation"},transfer:"Transf\xE9rer",transferring:{title:"Transf\xE9rer cette conversation",effect:"Le client lira qui lui r\xE9pond. Vos notes suivent le dossier.",to:"\xC0 qui?",queue:"Remettre dans la file",noChoice:"Choisissez \xE0 qui la transf\xE9rer.",submit:"Transf\xE9rer la conversation"},resend:"Renvoyer un courriel",resending:{title:"Renvoyer un courriel",effect:"Si les renseignements correspondent \xE0 un compte, le courriel part \xE0 l\u2019adresse au dossier. Personne ne peut le v\xE9rifier d\u2019ici.",which:"Quel courriel?",verbs:{password_reset:"R\xE9initialisation du mot de passe",user_code_reminder:"Rappel du code d\u2019utilisateur"},slots:{code_utilisateur:"Code d\u2019utilisateur",prenom:"Pr\xE9nom",nom:"Nom de famille",courriel:"Adresse courriel",type_compte:"Type de compte"},known:"D\xE9j\xE0 donn\xE9 par le client. Laissez vide pour l\u2019utiliser.",accountTypes:{individuel:"Individuel",conjoint:"Conjoint"},missing:"Remplissez ce qui manque.",submit:"Envoyer la demande"},cancel:"Annuler",actions:"Conversation en cours",placeholder:"\xC9crivez au client, ou \xAB\xA0/\xA0\xBB pour une r\xE9ponse toute faite",clientWarned:"Le client est parti et a \xE9t\xE9 avis\xE9 que la conversation va se fermer.",unverified:"Identit\xE9 non v\xE9rifi\xE9e",waited:t=>`Attente\xA0: ${t}`,record:{label:"Dossier",open:t=>t>0?`Dossier et notes (${t})`:"Dossier et notes",steps:"D\xE9j\xE0 essay\xE9",noSteps:"Rien n\u2019a encore \xE9t\xE9 essay\xE9.",details:"Pr\xE9cisions",earlier:"Conversations pr\xE9c\xE9dentes",noEarlier:"C\u2019est sa premi\xE8re demande.",openEarlier:({reference:t})=>`Relire la conversation ${t}`,earlierTitle:({reference:t,opened_at:e})=>`${t}, ${Ce(e).toLowerCase()}`,closeEarlier:"Retour au dossier",notes:"Notes priv\xE9es",noted:(t,e)=>`${t}\xA0: ${e}`,closedWith:t=>`\xC0 la fermeture\xA0: ${t}`,notesAudience:"Les agents les lisent, jamais le client.",newNote:"Nouvelle note",addNote:"Ajouter la note"},takeFirst:"Prenez la conversation pour r\xE9pondre au client.",answeredBy:({agent:t})=>`${t??"Un autre agent"} r\xE9pond \xE0 ce client.`,left:"Ce dossier n\u2019est plus dans la file."};var Ht="/bureau/api/session",Vt="/bureau/api/mot-de-passe",Ft=8e3,W=class extends Error{};async function rt(){let t=await he("GET");return t.ok?at(t):null}async function it(t,e){return at(await ot(he("POST",{login:t,password:e})))}async function st(t,e){await ot(he("POST",{current:t,new:e},Vt))}async function nt(){await he("DELETE")}async function ot(t){let e=await t.catch(()=>{throw new W(g.unreachable)});if(e.ok)return e;let{error:r}=await e.json().catch(()=>({}));throw new W(r??g.unreachable)}async function he(t,e,r=Ht){return fetch(r,{method:t,signal:AbortSignal.timeout(Ft),...e===void 0?{}:{body:JSON.stringify(e),headers:{"Content-Type":"application/json"}}})}async function at(t){let{agent:e}=await t.json();return e}var{changePassword:C}=g,_=class extends w{constructor(){super(...arguments);this.error=null;this.busy=!1;this.shown=!1;this.done=!1}handleOpen(){this.error=null,this.done=this.shown=!1,this.dialog.showModal()}handleClosed(){this.done||(this.current.value=this.next.value="")}async handleSubmit(r){if(r.preventDefault(),this.busy)return;let[i,s]=[this.current.value,this.next.value];if(!i||!s){this.error=C.incomplete,(i?this.next:this.current).focus();return}this.busy=!0,this.error=null;try{await st(i,s),this.done=!0,await this.updateComplete,this.closeButton.focus()}catch(n){if(!(n instanceof W))throw n;this.error=n.message}finally{this.busy=!1}}render(){return d`
      <button type="button" @click=${this.handleOpen}>${C.open}</button>
      <dialog aria-labelledby="title" @close=${this.handleClosed}>
        <h2 id="title">${C.title}</h2>
        <div role="alert">${this.error?d`<p class="error">${this.error}</p>`:u}</div>
        <div role="status">${this.done?d`<p>${C.done}</p>`:u}</div>
        ${this.done?this.renderDone():this.renderForm()}
      </dialog>
    `}renderDone(){return d`
      <div class="answers">
        <button class="primary" @click=${()=>this.dialog.close()}>${C.close}</button>
      </div>
    `}renderForm(){let r=this.shown?"text":"password";return d`
      <form novalidate @submit=${this.handleSubmit}>
        <p>${C.effect}</p>
        <label for="current">${C.current}</label>
        <input
          id="current"
          name="current"
          type=${r}
          autocomplete="current-password"
          maxlength="200"
          required
        />
        <label for="new">${C.new}</label>
        <input
          id="new"
          name="new"
          type=${r}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p id="hint">${C.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${()=>this.shown=!this.shown}
          />
          ${C.show}
        </label>
        <div class="answers">
          <button type="button" @click=${()=>this.dialog.close()}>${g.cancel}</button>
          <button class="primary" type="submit">${C.save}</button>
        </div>
      </form>
    `}};_.styles=[T,y`
      dialog {
        inline-size: min(420px, 100vw - 32px);
        padding: 24px;
        border: 1px solid var(--portail-line);
        border-radius: 20px;
        background: var(--portail-surface);
        color: inherit;
        box-shadow: var(--portail-shadow);
      }

      dialog::backdrop {
        background: rgb(9 25 29 / 45%);
      }

      h2 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
        line-height: 1.3;
      }

      p {
        margin: 6px 0 0;
        color: var(--portail-text-quiet);
      }

      .error {
        padding: 10px 14px;
        border-radius: var(--portail-radius-small);
        background: var(--portail-danger-soft);
        color: var(--portail-danger);
      }

      label {
        display: block;
        margin-block: 16px 6px;
        font-size: var(--portail-text-medium);
        font-weight: 600;
      }

      input {
        inline-size: 100%;
        min-block-size: 48px;
        padding: 8px 14px;
        border: 1px solid var(--portail-line-control);
        border-radius: 12px;
        background: var(--portail-surface);
        color: inherit;
        font: inherit;
      }

      .show {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: var(--portail-target);
        margin: 4px 0 0;
        font-weight: 400;
      }

      .show input {
        inline-size: 20px;
        min-block-size: 20px;
        margin: 0;
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        margin-block-start: 16px;
      }

      @media (forced-colors: active) {
        .error {
          border: 1px solid CanvasText;
        }
      }
    `],p([k("dialog")],_.prototype,"dialog",2),p([k("[name=current]")],_.prototype,"current",2),p([k("[name=new]")],_.prototype,"next",2),p([k("button.primary")],_.prototype,"closeButton",2),p([b()],_.prototype,"error",2),p([b()],_.prototype,"busy",2),p([b()],_.prototype,"shown",2),p([b()],_.prototype,"done",2),_=p([S("bureau-password")],_);var Re=[{path:"/bureau",name:g.pages.desk,roles:["agent","supervisor"]},{path:"/bureau/equipe",name:g.pages.team,roles:["supervisor"]},{path:"/bureau/gestion",name:g.pages.figures,roles:["supervisor","manager"]},{path:"/bureau/incompris",name:g.pages.inbox,roles:["supervisor","manager"]}];function lt(t){return Re.find(({path:e})=>e===t)}function Pe(t){return Re.filter(({roles:e})=>e.includes(t))}function ct(t,e){let r=Pe(e),[i]=Re;return t!==i?.path||r.includes(i)?null:r[0]?.path??null}var G=class extends w{render(){let e=lt(location.pathname),r=Pe(this.agent.role).filter(i=>i!==e);return d`
      <header>
        <span class="mark">${ue}</span>
        <h1>${e?.name??g.product}</h1>
        <nav aria-label=${g.pages.label}>
          ${r.map(({path:i,name:s})=>d`<a href=${i} target="_blank" rel="noopener"
                >${s}<span class="visually-hidden"> ${g.pages.newTab}</span></a
              >`)}
        </nav>
        <slot></slot>
        <span class="agent">${this.agent.name}</span>
        <bureau-password></bureau-password>
        <button
          type="button"
          @click=${()=>this.dispatchEvent(new CustomEvent("bureau-sign-out"))}
        >
          ${g.signOut}
        </button>
      </header>
    `}};G.styles=[T,y`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        padding: 8px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        background: var(--portail-accent);
        color: var(--portail-on-accent);
      }

      h1 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
      }

      nav {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-inline-start: 12px;
      }

      a {
        padding-block: 8px;
        font-weight: 500;
      }

      .agent {
        min-inline-size: 0;
        /* Room for a letter that leans out, such as a J. */
        padding-inline-start: 2px;
        overflow: hidden;
        color: var(--portail-text-quiet);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        header {
          padding-inline: 12px;
        }

        .mark {
          display: none;
        }
      }
    `],p([A({attribute:!1})],G.prototype,"agent",2),G=p([S("bureau-header")],G);var pt=y`
  main {
    display: grid;
    place-items: center;
    min-block-size: 100dvh;
    padding: 24px 16px;
  }

  form,
  .card {
    display: flex;
    flex-direction: column;
    inline-size: min(380px, 100%);
    padding: 32px 28px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 16px;
    border-radius: 14px;
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  h1 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }

  .subtitle {
    margin: 4px 0 12px;
    color: var(--portail-text-quiet);
  }

  .error {
    margin: 8px 0 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  label {
    margin-block: 16px 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input {
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  button {
    min-block-size: 48px;
    margin-block-start: 24px;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var R=class extends w{constructor(){super(...arguments);this.error=null;this.busy=!1;this.notice=null}firstUpdated(){document.title=g.product,this.login.focus()}async handleSubmit(r){if(r.preventDefault(),this.busy)return;let i=this.login.value.trim(),s=this.password.value;if(!i||!s){this.error=g.signInIncomplete,(i?this.password:this.login).focus();return}this.busy=!0,this.error=null;try{let n=await it(i,s);this.dispatchEvent(new CustomEvent("bureau-signed-in",{detail:n}))}catch(n){this.error=n.message,this.password.select()}finally{this.busy=!1}}render(){let r=this.error??this.notice;return d`
      <main>
        <form novalidate @submit=${this.handleSubmit}>
          <span class="mark">${ue}</span>
          <h1>${g.signInTitle}</h1>
          <p class="subtitle">${g.subtitle}</p>
          <div role="alert">${r?d`<p class="error">${r}</p>`:u}</div>
          <label for="login">${g.login}</label>
          <input
            id="login"
            name="login"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
          <label for="password">${g.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <button class="primary" type="submit">
            ${this.busy?g.signingIn:g.signIn}
          </button>
        </form>
      </main>
    `}};R.styles=[T,pt],p([k("[name=login]")],R.prototype,"login",2),p([k("[name=password]")],R.prototype,"password",2),p([b()],R.prototype,"error",2),p([b()],R.prototype,"busy",2),p([A({attribute:!1})],R.prototype,"notice",2),R=p([S("bureau-sign-in")],R);var Me=y`
  html {
    color-scheme: light dark;
  }

  body {
    margin: 0;
  }
`,dt=y`
  /* As high as the window: a content that is higher scrolls within itself. */
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--portail-surface-sunken);
  }

  .notice {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }
`;var z=class extends w{constructor(){super(...arguments);this.notice=null;this.content=""}connectedCallback(){super.connectedCallback(),Me.styleSheet&&document.adoptedStyleSheets.push(Me.styleSheet),rt().catch(()=>null).then(r=>this.admit(r))}admit(r){let i=r&&ct(location.pathname,r.role);i?location.replace(i):this.agent=r}handleSignedIn(r){this.admit(r.detail),this.notice=null}async handleSignOut(){try{await nt(),this.agent=null,this.notice=null}catch{this.notice=g.unreachable}}handleSignedOut(){this.agent=null,this.notice=g.sessionEnded}contentFor(r){return this.made?.agent!==r&&(this.made=Object.assign(document.createElement(this.content),{agent:r}),this.made.addEventListener("bureau-signed-out",()=>this.handleSignedOut())),this.made}render(){return this.agent===void 0?u:this.agent===null?d`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`:d`
      <bureau-header .agent=${this.agent} @bureau-sign-out=${this.handleSignOut}></bureau-header>
      <div role="alert">${this.notice?d`<p class="notice">${this.notice}</p>`:u}</div>
      ${this.contentFor(this.agent)}
    `}};z.styles=[Be,dt],p([b()],z.prototype,"agent",2),p([b()],z.prototype,"notice",2),p([A()],z.prototype,"content",2),z=p([S("bureau-page")],z);var ut={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ht=t=>(...e)=>({_$litDirective$:t,values:e}),me=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,r,i){this._$Ct=e,this._$AM=r,this._$Ci=i}_$AS(e,r){return this.update(e,r)}update(e,r){return this.render(...r)}};var{I:Wt}=Qe,mt=t=>t;var ft=()=>document.createComment(""),J=(t,e,r)=>{let i=t._$AA.parentNode,s=e===void 0?t._$AB:e._$AA;if(r===void 0){let n=i.insertBefore(ft(),s),o=i.insertBefore(ft(),s);r=new Wt(n,o,t,t.options)}else{let n=r._$AB.nextSibling,o=r._$AM,l=o!==t;if(l){let a;r._$AQ?.(t),r._$AM=t,r._$AP!==void 0&&(a=t._$AU)!==o._$AU&&r._$AP(a)}if(n!==s||l){let a=r._$AA;for(;a!==n;){let h=mt(a).nextSibling;mt(i).insertBefore(a,s),a=h}}}return r},D=(t,e,r=t)=>(t._$AI(e,r),t),Gt={},gt=(t,e=Gt)=>t._$AH=e,vt=t=>t._$AH,fe=t=>{t._$AR(),t._$AA.remove()};var bt=(t,e,r)=>{let i=new Map;for(let s=e;s<=r;s++)i.set(t[s],s);return i},ge=ht(class extends me{constructor(t){if(super(t),t.type!==ut.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,r){let i;r===void 0?r=e:e!==void 0&&(i=e);let s=[],n=[],o=0;for(let l of t)s[o]=i?i(l,o):o,n[o]=r(l,o),o++;return{values:n,keys:s}}render(t,e,r){return this.dt(t,e,r).values}update(t,[e,r,i]){let s=vt(t),{values:n,keys:o}=this.dt(e,r,i);if(!Array.isArray(s))return this.ut=o,n;let l=this.ut??=[],a=[],h,x,c=0,v=s.length-1,f=0,$=n.length-1;for(;c<=v&&f<=$;)if(s[c]===null)c++;else if(s[v]===null)v--;else if(l[c]===o[f])a[f]=D(s[c],n[f]),c++,f++;else if(l[v]===o[$])a[$]=D(s[v],n[$]),v--,$--;else if(l[c]===o[$])a[$]=D(s[c],n[$]),J(t,a[$+1],s[c]),c++,$--;else if(l[v]===o[f])a[f]=D(s[v],n[f]),J(t,s[c],s[v]),v--,f++;else if(h===void 0&&(h=bt(o,f,$),x=bt(l,c,v)),h.has(l[c]))if(h.has(l[v])){let M=x.get(o[f]),be=M!==void 0?s[M]:null;if(be===null){let Ie=J(t,s[c]);D(Ie,n[f]),a[f]=Ie}else a[f]=D(be,n[f]),J(t,s[c],be),s[M]=null;f++}else fe(s[v]),v--;else fe(s[c]),c++;for(;f<=$;){let M=J(t,a[$+1]);D(M,n[f]),a[f++]=M}for(;c<=v;){let M=s[c++];M!==null&&fe(M)}return this.ut=o,gt(t,a),O}});var xt=y`
  form {
    display: flex;
    flex-direction: column;
    padding: 16px 20px 20px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  h2 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
  }

  .quiet {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  #help {
    min-block-size: 1.45em;
    margin-block: 6px 12px;
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 12px 0 16px;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 12px;
    align-items: center;
  }

  .tick {
    inline-size: 24px;
    block-size: 24px;
    margin: 10px;
    accent-color: var(--portail-accent);
  }

  .text,
  #intent {
    min-block-size: var(--portail-target);
    min-inline-size: 0;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  label {
    margin-block-end: 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  .intent,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  #intent {
    flex: 1 1 18em;
  }

  #intent::placeholder {
    color: var(--portail-text-quiet);
    opacity: 1;
  }

  .error {
    margin-block-end: 12px;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  @media (max-width: 50em) {
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }

    li .quiet {
      grid-column: 2;
    }
  }
`;var Jt={fallback:"Pas comprise",unsure:"Comprise de justesse",rejected:"Propositions refus\xE9es",escalated:"Agent demand\xE9 aussit\xF4t apr\xE8s"},Kt=new Intl.DateTimeFormat("fr-CA",{day:"numeric",month:"long"}),m={title:t=>t>0?`(${t}) Incompris`:"Incompris",intro:"Choisissez ce que le client voulait dire. Les phrases ajout\xE9es serviront au prochain entra\xEEnement de l\u2019assistant. Retirez-en tout renseignement personnel.",loading:"Chargement\u2026",empty:"Rien \xE0 classer. Les phrases mal comprises appara\xEEtront ici.",reload:"Actualiser",group:t=>`\xAB\xA0${t}\xA0\xBB`,count:t=>t>1?`${t} phrases semblables`:"1 phrase",keep:t=>`Retenir \xAB\xA0${t}\xA0\xBB`,text:t=>`Phrase ${t}`,cause:t=>Jt[t],on:t=>Kt.format(new Date(t)),masked:"Remplacez ce qui est entre crochets, ou d\xE9cochez la phrase.",intent:"Ce que le client voulait dire",search:"Tapez pour chercher",guess:t=>`Proposition\xA0: ${t}`,accept:"Ajouter \xE0 l\u2019entra\xEEnement",dismiss:"\xC9carter",noIntent:"Choisissez d\u2019abord ce que le client voulait dire, dans la liste.",noLine:"Cochez au moins une phrase.",accepted:(t,e)=>t===0?"L\u2019assistant connaissait d\xE9j\xE0 cette phrase; elle est class\xE9e.":t<e?`${t} sur ${e} ajout\xE9es; les autres \xE9taient d\xE9j\xE0 connues.`:t>1?`${t} phrases ajout\xE9es.`:"Phrase ajout\xE9e.",dismissed:t=>t>1?`${t} phrases \xE9cart\xE9es.`:"Phrase \xE9cart\xE9e.",undo:"Annuler",undone:"C\u2019est annul\xE9.",unreachable:"Le serveur ne r\xE9pond pas. R\xE9essayez dans un moment."};var Yt=/\[[^\]]*\]/,E=class extends w{constructor(){super(...arguments);this.left=new Set;this.changed={};this.error=null;this.lines=[];this.intents=[]}focus(){this.heading.focus()}get kept(){return this.lines.filter(({id:r})=>!this.left.has(r))}textOf(r){return this.changed[r.id]??r.text.replace(/\s+/g," ")}handleTick(r,i){let s=new Set(this.left);i.target.checked?s.delete(r.id):s.add(r.id),this.left=s,this.error=null}handleText(r,i){this.changed={...this.changed,[r.id]:i.target.value},this.error=null}choose(r){let i=r.trim().toLocaleLowerCase("fr");this.chosen=this.intents.find(s=>s.title.toLocaleLowerCase("fr")===i),this.error=null}handleGuess(r){this.intent.value=r.title,this.choose(r.title)}handleAccept(r){if(r.preventDefault(),!this.chosen){this.error=m.noIntent,this.intent.focus();return}if(this.kept.some(i=>Yt.test(this.textOf(i)))){this.error=m.masked;return}this.decide({decision:"accept",intent:this.chosen.name,lines:this.kept.map(i=>({id:i.id,text:this.textOf(i)}))})}handleDismiss(){this.decide({decision:"dismiss",lines:this.kept.map(({id:r})=>({id:r}))})}decide(r){if(r.lines.length===0){this.error=m.noLine;return}this.dispatchEvent(new CustomEvent("bureau-decide",{detail:r}))}render(){let[r]=this.lines;if(!r)return u;let i=this.intents.find(({name:s})=>s===r.guess);return d`
      <form @submit=${this.handleAccept}>
        <h2 tabindex="-1">${m.group(r.text)}</h2>
        <p class="quiet">${m.count(this.lines.length)}</p>
        <ul role="list">
          ${ge(this.lines,({id:s})=>s,(s,n)=>this.renderLine(s,n+1))}
        </ul>
        <label for="intent">${m.intent}</label>
        <div class="intent">
          <input
            id="intent"
            aria-describedby="help"
            autocomplete="off"
            list="intents"
            placeholder=${m.search}
            @input=${s=>this.choose(s.target.value)}
          />
          ${i?d`<button type="button" @click=${()=>this.handleGuess(i)}>
                  ${m.guess(i.title)}
                </button>`:u}
        </div>
        <datalist id="intents">
          ${this.intents.map(({title:s,help:n})=>d`<option value=${s} label=${n}></option>`)}
        </datalist>
        <p id="help" class="quiet">${this.chosen?.help}</p>
        <div role="alert">${this.error?d`<p class="error">${this.error}</p>`:u}</div>
        <div class="actions">
          <button class="primary" type="submit">${m.accept}</button>
          <button type="button" @click=${this.handleDismiss}>${m.dismiss}</button>
        </div>
      </form>
    `}renderLine(r,i){return d`
      <li>
        <input
          class="tick"
          type="checkbox"
          aria-label=${m.keep(r.text)}
          .checked=${!this.left.has(r.id)}
          @change=${s=>this.handleTick(r,s)}
        />
        <input
          class="text"
          aria-label=${m.text(i)}
          maxlength="2000"
          autocomplete="off"
          .value=${this.textOf(r)}
          @input=${s=>this.handleText(r,s)}
        />
        <span class="quiet">
          ${m.cause(r.cause)}, <time datetime=${r.at}>${m.on(r.at)}</time>
        </span>
      </li>
    `}};E.styles=[T,xt],p([k("h2")],E.prototype,"heading",2),p([k("#intent")],E.prototype,"intent",2),p([b()],E.prototype,"left",2),p([b()],E.prototype,"changed",2),p([b()],E.prototype,"chosen",2),p([b()],E.prototype,"error",2),p([A({attribute:!1})],E.prototype,"lines",2),p([A({attribute:!1})],E.prototype,"intents",2),E=p([S("bureau-group")],E);var $t=y`
  :host {
    display: block;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }

  main {
    display: flex;
    flex-direction: column;
    gap: 12px;
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: 20px;
  }

  p {
    margin: 0;
  }

  .news {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding-block: 8px;
    background: var(--portail-surface-sunken);
  }

  [role="status"] {
    flex: 1;
    color: var(--portail-success);
    font-weight: 600;
  }

  .error {
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .empty {
    padding: 48px 24px;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  .groups {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  @media (max-width: 50em) {
    main {
      padding: 12px;
    }
  }
`;var Zt="/bureau/api/gestion/incompris",Qt=8e3,Xt=401,te=class extends Error{},ve=class extends Error{};async function yt(){return await wt({method:"GET"})}async function Le(t){let{written:e}=await wt({method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});return e}async function wt(t){let e=await fetch(Zt,{...t,signal:AbortSignal.timeout(Qt)}).catch(()=>{throw new ve(m.unreachable)});if(e.status===Xt)throw new te;let r=await e.json().catch(()=>({}));if(!e.ok)throw new ve(r.error??m.unreachable);return r}var P=class extends w{constructor(){super(...arguments);this.inbox=null;this.said=null;this.error=null;this.last=null}firstUpdated(){this.load()}async load(){await this.trying(async()=>{this.inbox=await yt()}),document.title=m.title(this.inbox?.groups.length??0)}async handleDecide(r){let i=r.detail,s=new Set(i.lines.map(({id:l})=>l));if(!await this.trying(async()=>{let l=await Le(i),a=i.lines.length;this.said=i.decision==="accept"?m.accepted(l,a):m.dismissed(a),this.last={decision:"undo",lines:i.lines.map(({id:h})=>({id:h}))}})){let{error:l}=this;await this.load(),this.error=l;return}let o=this.inbox?.groups.findIndex(l=>l.some(({id:a})=>s.has(a)))??0;this.keepOnly(l=>!s.has(l)),await this.updateComplete,this.focusGroup(o)}async handleUndo(){let{last:r}=this;!r||!await this.trying(async()=>{await Le(r),this.said=m.undone,this.last=null})||(await this.load(),await this.updateComplete,this.focusGroup(0))}async trying(r){this.error=null;try{return await r(),!0}catch(i){return i instanceof te?this.dispatchEvent(new CustomEvent("bureau-signed-out")):this.error=i.message,!1}}keepOnly(r){if(!this.inbox)return;let i=this.inbox.groups.map(s=>s.filter(({id:n})=>r(n))).filter(s=>s.length>0);this.inbox={...this.inbox,groups:i},document.title=m.title(i.length)}focusGroup(r){let i=this.renderRoot.querySelectorAll("bureau-group");(i[Math.min(r,i.length-1)]??this.renderRoot.querySelector(".empty"))?.focus()}render(){return d`
      <main>
        <p>${m.intro}</p>
        <div class="news">
          <span role="status">${this.said}</span>
          ${this.last?d`<button type="button" @click=${this.handleUndo}>${m.undo}</button>`:u}
          <button type="button" @click=${this.load}>${m.reload}</button>
        </div>
        <div role="alert">${this.error?d`<p class="error">${this.error}</p>`:u}</div>
        ${this.renderGroups()}
      </main>
    `}renderGroups(){if(!this.inbox)return d`<p class="empty">${this.error?u:m.loading}</p>`;if(this.inbox.groups.length===0)return d`<p class="empty" tabindex="-1">${m.empty}</p>`;let{groups:r,intents:i}=this.inbox;return d`
      <div class="groups">
        ${ge(r,([s])=>s?.id,s=>d`<bureau-group
              .lines=${s}
              .intents=${i}
              @bureau-decide=${this.handleDecide}
            ></bureau-group>`)}
      </div>
    `}};P.styles=[T,$t],p([b()],P.prototype,"inbox",2),p([b()],P.prototype,"said",2),p([b()],P.prototype,"error",2),p([b()],P.prototype,"last",2),p([A({attribute:!1})],P.prototype,"agent",2),P=p([S("bureau-inbox")],P);})();
