/*! Includes Lit (c) Google LLC, BSD-3-Clause, and socket.io-client (c) Guillermo Rauch, MIT. */
"use strict";(()=>{var dr=Object.defineProperty;var pr=Object.getOwnPropertyDescriptor;var l=(r,t,e,i)=>{for(var s=i>1?void 0:i?pr(t,e):t,n=r.length-1,o;n>=0;n--)(o=r[n])&&(s=(i?o(t,e,s):o(s))||s);return i&&s&&dr(t,e,s),s};var Ce=globalThis,Re=Ce.ShadowRoot&&(Ce.ShadyCSS===void 0||Ce.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Be=Symbol(),pt=new WeakMap,$e=class{constructor(t,e,i){if(this._$cssResult$=!0,i!==Be)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(Re&&t===void 0){let i=e!==void 0&&e.length===1;i&&(t=pt.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&pt.set(e,t))}return t}toString(){return this.cssText}},ut=r=>new $e(typeof r=="string"?r:r+"",void 0,Be),y=(r,...t)=>{let e=r.length===1?r[0]:t.reduce((i,s,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+r[n+1],r[0]);return new $e(e,r,Be)},ht=(r,t)=>{if(Re)r.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let i=document.createElement("style"),s=Ce.litNonce;s!==void 0&&i.setAttribute("nonce",s),i.textContent=e.cssText,r.appendChild(i)}},Xe=Re?r=>r:r=>r instanceof CSSStyleSheet?(t=>{let e="";for(let i of t.cssRules)e+=i.cssText;return ut(e)})(r):r;var{is:ur,defineProperty:hr,getOwnPropertyDescriptor:mr,getOwnPropertyNames:fr,getOwnPropertySymbols:gr,getPrototypeOf:vr}=Object,Te=globalThis,mt=Te.trustedTypes,br=mt?mt.emptyScript:"",$r=Te.reactiveElementPolyfillSupport,ye=(r,t)=>r,xe={toAttribute(r,t){switch(t){case Boolean:r=r?br:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,t){let e=r;switch(t){case Boolean:e=r!==null;break;case Number:e=r===null?null:Number(r);break;case Object:case Array:try{e=JSON.parse(r)}catch{e=null}}return e}},Le=(r,t)=>!ur(r,t),ft={attribute:!0,type:String,converter:xe,reflect:!1,useDefault:!1,hasChanged:Le};Symbol.metadata??=Symbol("metadata"),Te.litPropertyMetadata??=new WeakMap;var Q=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=ft){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let i=Symbol(),s=this.getPropertyDescriptor(t,i,e);s!==void 0&&hr(this.prototype,t,s)}}static getPropertyDescriptor(t,e,i){let{get:s,set:n}=mr(this.prototype,t)??{get(){return this[e]},set(o){this[e]=o}};return{get:s,set(o){let p=s?.call(this);n?.call(this,o),this.requestUpdate(t,p,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??ft}static _$Ei(){if(this.hasOwnProperty(ye("elementProperties")))return;let t=vr(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(ye("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(ye("properties"))){let e=this.properties,i=[...fr(e),...gr(e)];for(let s of i)this.createProperty(s,e[s])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[i,s]of e)this.elementProperties.set(i,s)}this._$Eh=new Map;for(let[e,i]of this.elementProperties){let s=this._$Eu(e,i);s!==void 0&&this._$Eh.set(s,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let i=new Set(t.flat(1/0).reverse());for(let s of i)e.unshift(Xe(s))}else t!==void 0&&e.push(Xe(t));return e}static _$Eu(t,e){let i=e.attribute;return i===!1?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let i of e.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ht(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,i){this._$AK(t,i)}_$ET(t,e){let i=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,i);if(s!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:xe).toAttribute(e,i.type);this._$Em=t,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(t,e){let i=this.constructor,s=i._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let n=i.getPropertyOptions(s),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:xe;this._$Em=s;let p=o.fromAttribute(e,n.type);this[s]=p??this._$Ej?.get(s)??p,this._$Em=null}}requestUpdate(t,e,i,s=!1,n){if(t!==void 0){let o=this.constructor;if(s===!1&&(n=this[t]),i??=o.getPropertyOptions(t),!((i.hasChanged??Le)(n,e)||i.useDefault&&i.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(o._$Eu(t,i))))return;this.C(t,e,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:i,reflect:s,wrapped:n},o){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,o??e??this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(e=void 0),this._$AL.set(t,e)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[s,n]of i){let{wrapped:o}=n,p=this[s];o!==!0||this._$AL.has(s)||p===void 0||this.C(s,void 0,n,p)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(e)):this._$EM()}catch(i){throw t=!1,this._$EM(),i}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};Q.elementStyles=[],Q.shadowRootOptions={mode:"open"},Q[ye("elementProperties")]=new Map,Q[ye("finalized")]=new Map,$r?.({ReactiveElement:Q}),(Te.reactiveElementVersions??=[]).push("2.1.2");var Ze=globalThis,gt=r=>r,Me=Ze.trustedTypes,vt=Me?Me.createPolicy("lit-html",{createHTML:r=>r}):void 0,et="$lit$",K=`lit$${Math.random().toFixed(9).slice(2)}$`,tt="?"+K,yr=`<${tt}>`,ne=document,ke=()=>ne.createComment(""),Ae=r=>r===null||typeof r!="object"&&typeof r!="function",rt=Array.isArray,kt=r=>rt(r)||typeof r?.[Symbol.iterator]=="function",Ye=`[ 	
\f\r]`,we=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,bt=/-->/g,$t=/>/g,ie=RegExp(`>|${Ye}(?:([^\\s"'>=/]+)(${Ye}*=${Ye}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),yt=/'/g,xt=/"/g,At=/^(?:script|style|textarea|title)$/i,it=r=>(t,...e)=>({_$litType$:r,strings:t,values:e}),a=it(1),Wr=it(2),Gr=it(3),z=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),wt=new WeakMap,se=ne.createTreeWalker(ne,129);function St(r,t){if(!rt(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return vt!==void 0?vt.createHTML(t):t}var Et=(r,t)=>{let e=r.length-1,i=[],s,n=t===2?"<svg>":t===3?"<math>":"",o=we;for(let p=0;p<e;p++){let c=r[p],m,E,u=-1,x=0;for(;x<c.length&&(o.lastIndex=x,E=o.exec(c),E!==null);)x=o.lastIndex,o===we?E[1]==="!--"?o=bt:E[1]!==void 0?o=$t:E[2]!==void 0?(At.test(E[2])&&(s=RegExp("</"+E[2],"g")),o=ie):E[3]!==void 0&&(o=ie):o===ie?E[0]===">"?(o=s??we,u=-1):E[1]===void 0?u=-2:(u=o.lastIndex-E[2].length,m=E[1],o=E[3]===void 0?ie:E[3]==='"'?xt:yt):o===xt||o===yt?o=ie:o===bt||o===$t?o=we:(o=ie,s=void 0);let b=o===ie&&r[p+1].startsWith("/>")?" ":"";n+=o===we?c+yr:u>=0?(i.push(m),c.slice(0,u)+et+c.slice(u)+K+b):c+K+(u===-2?p:b)}return[St(r,n+(r[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]},Se=class r{constructor({strings:t,_$litType$:e},i){let s;this.parts=[];let n=0,o=0,p=t.length-1,c=this.parts,[m,E]=Et(t,e);if(this.el=r.createElement(m,i),se.currentNode=this.el.content,e===2||e===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(s=se.nextNode())!==null&&c.length<p;){if(s.nodeType===1){if(s.hasAttributes())for(let u of s.getAttributeNames())if(u.endsWith(et)){let x=E[o++],b=s.getAttribute(u).split(K),_=/([.?@])?(.*)/.exec(x);c.push({type:1,index:n,name:_[2],strings:b,ctor:_[1]==="."?Oe:_[1]==="?"?qe:_[1]==="@"?ze:ae}),s.removeAttribute(u)}else u.startsWith(K)&&(c.push({type:6,index:n}),s.removeAttribute(u));if(At.test(s.tagName)){let u=s.textContent.split(K),x=u.length-1;if(x>0){s.textContent=Me?Me.emptyScript:"";for(let b=0;b<x;b++)s.append(u[b],ke()),se.nextNode(),c.push({type:2,index:++n});s.append(u[x],ke())}}}else if(s.nodeType===8)if(s.data===tt)c.push({type:2,index:n});else{let u=-1;for(;(u=s.data.indexOf(K,u+1))!==-1;)c.push({type:7,index:n}),u+=K.length-1}n++}}static createElement(t,e){let i=ne.createElement("template");return i.innerHTML=t,i}};function oe(r,t,e=r,i){if(t===z)return t;let s=i!==void 0?e._$Co?.[i]:e._$Cl,n=Ae(t)?void 0:t._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(r),s._$AT(r,e,i)),i!==void 0?(e._$Co??=[])[i]=s:e._$Cl=s),s!==void 0&&(t=oe(r,s._$AS(r,t.values),s,i)),t}var Pe=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:i}=this._$AD,s=(t?.creationScope??ne).importNode(e,!0);se.currentNode=s;let n=se.nextNode(),o=0,p=0,c=i[0];for(;c!==void 0;){if(o===c.index){let m;c.type===2?m=new ue(n,n.nextSibling,this,t):c.type===1?m=new c.ctor(n,c.name,c.strings,this,t):c.type===6&&(m=new Ie(n,this,t)),this._$AV.push(m),c=i[++p]}o!==c?.index&&(n=se.nextNode(),o++)}return se.currentNode=ne,s}p(t){let e=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,e),e+=i.strings.length-2):i._$AI(t[e])),e++}},ue=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,i,s){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=i,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=oe(this,t,e),Ae(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==z&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):kt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&Ae(this._$AH)?this._$AA.nextSibling.data=t:this.T(ne.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:i}=t,s=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=Se.createElement(St(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===s)this._$AH.p(e);else{let n=new Pe(s,this),o=n.u(this.options);n.p(e),this.T(o),this._$AH=n}}_$AC(t){let e=wt.get(t.strings);return e===void 0&&wt.set(t.strings,e=new Se(t)),e}k(t){rt(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,i,s=0;for(let n of t)s===e.length?e.push(i=new r(this.O(ke()),this.O(ke()),this,this.options)):i=e[s],i._$AI(n),s++;s<e.length&&(this._$AR(i&&i._$AB.nextSibling,s),e.length=s)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let i=gt(t).nextSibling;gt(t).remove(),t=i}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ae=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,i,s,n){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=e,this._$AM=s,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=d}_$AI(t,e=this,i,s){let n=this.strings,o=!1;if(n===void 0)t=oe(this,t,e,0),o=!Ae(t)||t!==this._$AH&&t!==z,o&&(this._$AH=t);else{let p=t,c,m;for(t=n[0],c=0;c<n.length-1;c++)m=oe(this,p[i+c],e,c),m===z&&(m=this._$AH[c]),o||=!Ae(m)||m!==this._$AH[c],m===d?t=d:t!==d&&(t+=(m??"")+n[c+1]),this._$AH[c]=m}o&&!s&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Oe=class extends ae{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},qe=class extends ae{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},ze=class extends ae{constructor(t,e,i,s,n){super(t,e,i,s,n),this.type=5}_$AI(t,e=this){if((t=oe(this,t,e,0)??d)===z)return;let i=this._$AH,s=t===d&&i!==d||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,n=t!==d&&(i===d||s);s&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Ie=class{constructor(t,e,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(t){oe(this,t)}},_t={M:et,P:K,A:tt,C:1,L:Et,R:Pe,D:kt,V:oe,I:ue,H:ae,N:qe,U:ze,B:Oe,F:Ie},xr=Ze.litHtmlPolyfillSupport;xr?.(Se,ue),(Ze.litHtmlVersions??=[]).push("3.3.3");var Ct=(r,t,e)=>{let i=e?.renderBefore??t,s=i._$litPart$;if(s===void 0){let n=e?.renderBefore??null;i._$litPart$=s=new ue(t.insertBefore(ke(),n),n,void 0,e??{})}return s._$AI(r),s};var st=globalThis,k=class extends Q{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Ct(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return z}};k._$litElement$=!0,k.finalized=!0,st.litElementHydrateSupport?.({LitElement:k});var wr=st.litElementPolyfillSupport;wr?.({LitElement:k});(st.litElementVersions??=[]).push("4.2.2");var w=r=>(t,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(r,t)}):customElements.define(r,t)};var kr={attribute:!0,type:String,converter:xe,reflect:!1,hasChanged:Le},Ar=(r=kr,t,e)=>{let{kind:i,metadata:s}=e,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),i==="setter"&&((r=Object.create(r)).wrapped=!0),n.set(e.name,r),i==="accessor"){let{name:o}=e;return{set(p){let c=t.get.call(this);t.set.call(this,p),this.requestUpdate(o,c,r,!0,p)},init(p){return p!==void 0&&this.C(o,void 0,r,p),p}}}if(i==="setter"){let{name:o}=e;return function(p){let c=this[o];t.call(this,p),this.requestUpdate(o,c,r,!0,p)}}throw Error("Unsupported decorator location: "+i)};function A(r){return(t,e)=>typeof e=="object"?Ar(r,t,e):((i,s,n)=>{let o=s.hasOwnProperty(n);return s.constructor.createProperty(n,i),o?Object.getOwnPropertyDescriptor(s,n):void 0})(r,t,e)}function h(r){return A({...r,state:!0,attribute:!1})}var le=(r,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(r,t,e),e);function v(r,t){return(e,i,s)=>{let n=o=>o.renderRoot?.querySelector(r)??null;if(t){let{get:o,set:p}=typeof i=="object"?e:s??(()=>{let c=Symbol();return{get(){return this[c]},set(m){this[c]=m}}})();return le(e,i,{get(){let c=o.call(this);return c===void 0&&(c=n(this),(c!==null||this.hasUpdated)&&p.call(this,c)),c}})}return le(e,i,{get(){return n(this)}})}}var Ne=y`
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
`;var S=y`
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
`;var ce=a`<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
  <path d="M21 11.5a8 8 0 0 1-8 8c-1.4 0-2.7-.3-3.9-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5Z" />
  <path d="M9 11.5h.01M13 11.5h.01M17 11.5h.01" />
</svg>`,Ii=a`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`,Ni=a`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3.5" />
</svg>`,Di=a`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
</svg>`,Rt=a`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24">
  <path d="M12 5v14M5.5 12.5 12 19l6.5-6.5" />
</svg>`,De=a`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M19 12H5M11.5 5.5 5 12l6.5 6.5" />
</svg>`,Hi=a`<svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24">
  <path d="M12 3l7 3v5.5c0 4.3-2.9 7.8-7 9.5-4.1-1.7-7-5.2-7-9.5V6Z" />
  <path d="M9 12l2.2 2.2L15.2 10" />
</svg>`;var Sr=new Intl.DateTimeFormat("fr-CA",{hour:"numeric",minute:"2-digit"}),Er=new Intl.DateTimeFormat("fr-CA",{weekday:"long",day:"numeric",month:"long"}),Ui=new Intl.DateTimeFormat("fr-CA",{dateStyle:"long",timeStyle:"short"});function Ee(r){return Sr.format(new Date(r))}function de(r,t=new Date){let e=new Date(r).toDateString(),i=new Date(t);return i.setDate(t.getDate()-1),e===t.toDateString()?"Aujourd\u2019hui":e===i.toDateString()?"Hier":Er.format(new Date(r))}var _r=6e4,nt=60,Cr={code_utilisateur:"le code d\u2019utilisateur",prenom:"le pr\xE9nom",nom:"le nom",courriel:"l\u2019adresse courriel",telephone:"le num\xE9ro de t\xE9l\xE9phone",carte:"le num\xE9ro de carte",nas:"le num\xE9ro d\u2019assurance sociale",mot_de_passe:"le mot de passe",lien:"le lien"};function ot(r){return Cr[r]??"le renseignement"}function Tt(r){let t=ot(r).replace(/^(le |la |l’)/,"");return t.charAt(0).toUpperCase()+t.slice(1)}var g={product:"Bureau",subtitle:"Service \xE0 la client\xE8le",title:r=>r>0?`(${r}) Bureau`:"Bureau",pages:{label:"Pages",desk:"Bureau",team:"\xC9quipe",figures:"Chiffres",inbox:"Incompris",newTab:"(nouvel onglet)"},signInTitle:"Connexion au bureau",login:"Identifiant",password:"Mot de passe",signIn:"Se connecter",signingIn:"Connexion\u2026",signOut:"Se d\xE9connecter",changePassword:{open:"Mot de passe",title:"Changer de mot de passe",effect:"Vos autres sessions se terminent; celle-ci continue.",current:"Mot de passe actuel",new:"Nouveau mot de passe",hint:"Au moins 12 caract\xE8res. Une phrase que vous retenez convient tr\xE8s bien.",show:"Afficher les mots de passe",save:"Enregistrer",incomplete:"Entrez les deux mots de passe.",done:"Votre mot de passe est chang\xE9.",close:"Fermer"},signInIncomplete:"Entrez votre identifiant et votre mot de passe.",sessionEnded:"Votre session est termin\xE9e. Connectez-vous de nouveau.",unreachable:"Le serveur ne r\xE9pond pas. R\xE9essayez dans un moment.",connecting:"Connexion au serveur\u2026",disconnected:"La connexion est interrompue; nous essayons de la r\xE9tablir. Ce que vous \xE9crivez partira \xE0 son retour.",reconnected:"La connexion est r\xE9tablie.",queue:"File",groups:{waiting:"En attente",mine:"Mes conversations",others:"Avec d\u2019autres agents"},noneWaiting:"Personne n\u2019attend. Les nouvelles demandes appara\xEEtront ici.",closedHours:"Hors des heures d\u2019ouverture\xA0: les clients se font offrir un rappel.",fraud:"Fraude",priority:"Prioritaire",returned:"Revenu",warned:"Avis\xE9 de la fermeture",reference:r=>`R\xE9f.\xA0${r}`,online:"Client en ligne",offline:"Client parti",unread:r=>r===1?"1 nouveau message":`${r} nouveaux messages`,with:r=>`Avec ${r}`,newCase:r=>`Nouvelle demande\xA0: ${r}.`,returnedCase:r=>`Demande revenue dans la file\xA0: ${r}.`,given:r=>`Une conversation vous est confi\xE9e\xA0: ${r}.`,takenBack:r=>`La conversation ${r} est retourn\xE9e dans la file.`,clientLeft:"Le client est parti.",newNote:(r,t)=>`Note de ${r}\xA0: ${t}`,messageElsewhere:"Nouveau message dans une autre de vos conversations.",wait:(r,t)=>{let e=Math.max(0,Math.floor((t-Date.parse(r))/_r));if(e===0)return"\xE0 l\u2019instant";if(e<nt)return`${e}\xA0min`;let i=String(e%nt).padStart(2,"0");return`${Math.floor(e/nt)}\xA0h\xA0${i}`},open:"Afficher",hide:"Masquer",openValue:r=>`Afficher ${ot(r)}`,hideValue:r=>`Masquer ${ot(r)}`,presence:{label:"Votre pr\xE9sence",here:"Disponible",capacity:"Conversations \xE0 la fois",colleagues:r=>r===0?"Aucun coll\xE8gue":r===1?"1 coll\xE8gue":`${r} coll\xE8gues`,noColleague:"Personne d\u2019autre n\u2019a ouvert le bureau.",load:({cases:r,capacity:t})=>`${r} sur ${t}`,away:"en pause",full:"occup\xE9",sound:"Son",shortcuts:"Raccourcis"},views:{label:"Vues",queue:"File",callBacks:r=>r>0?`Rappels (${r})`:"Rappels"},callBacks:{none:"Aucun rappel \xE0 faire.",groups:{due:"\xC0 faire maintenant",later:"Plus tard",settled:"R\xE9gl\xE9s aujourd\u2019hui"},at:r=>`${de(r)}, ${Ee(r)}`,preference:r=>`Souhait\xA0: ${r}`,tries:r=>r===1?"1 essai":`${r} essais`,last:({agent:r,note:t})=>[r,t].filter(Boolean).join("\xA0: ")||null,transcript:"Lire la conversation",transcriptTitle:r=>`Conversation ${r}`,back:"Retour au rappel",show:"Afficher le num\xE9ro",call:r=>`Appeler le ${r}`,extension:r=>`, poste ${r}`,note:"Note sur l\u2019appel",retryAt:"R\xE9essayer \xE0",done:"Client joint",again:"R\xE9essayer plus tard",failed:"Abandonner",givingUp:{title:"Abandonner ce rappel?",effect:"Personne ne rappellera ce client. C\u2019est d\xE9finitif.",submit:"Abandonner le rappel"},retryFirst:"Choisissez l\u2019heure du prochain essai.",changed:"Le client vient de changer ce rappel. La liste montre ce qu\u2019il veut maintenant.",settledBy:({agent:r})=>`Ce rappel a d\xE9j\xE0 \xE9t\xE9 not\xE9 par ${r}. La liste montre o\xF9 il en est.`,calledOff:r=>`Rappel ${r}\xA0: le client l\u2019a annul\xE9.`,statuses:{due:"\xC0 faire",done:"Client joint",failed:"Abandonn\xE9"},settled:r=>`Le rappel ${r} est not\xE9.`},shortcuts:{title:"Raccourcis clavier",intro:"Ils agissent quand vous n\u2019\xE9crivez pas. \xC9chap quitte le champ o\xF9 vous \xE9crivez.",on:"Raccourcis d\u2019une touche",keys:"Touche",effects:"Effet",names:{first:"Ouvrir la premi\xE8re conversation en attente",next:"Conversation suivante",previous:"Conversation pr\xE9c\xE9dente",list:"Aller \xE0 la file",call_backs:"Aller aux rappels",take:"Prendre la conversation",write:"\xC9crire au client",note:"\xC9crire une note",resend:"Renvoyer un courriel",transfer:"Transf\xE9rer",hand_back:"Rendre \xE0 l\u2019assistant",close:"Fermer la conversation",help:"Afficher les raccourcis"},replies:"Au d\xE9but d\u2019une r\xE9ponse\xA0: les r\xE9ponses toutes faites",done:"Termin\xE9"},replies:{button:"R\xE9ponses toutes faites",search:"Chercher une r\xE9ponse toute faite",list:"R\xE9ponses toutes faites",found:r=>r===0?"Aucune r\xE9ponse":r===1?"1 r\xE9ponse":`${r} r\xE9ponses`},nothingShown:"Choisissez une conversation dans la file.",back:"Retour \xE0 la file",take:"Prendre",handBack:"Rendre \xE0 l\u2019assistant",close:"Fermer",closing:{title:"Fermer cette conversation?",effect:"Le client verra que la conversation est termin\xE9e, et son dossier quittera la file.",reason:"Raison",reasons:{regle:"R\xE9gl\xE9",sans_suite:"Le client ne r\xE9pond plus",conseiller:"Dirig\xE9 vers le conseiller",telephone:"Dirig\xE9 vers le service t\xE9l\xE9phonique",hors_sujet:"Hors sujet",abus:"Propos abusifs",autre:"Autre raison"},note:"Note (facultative)",noReason:"Choisissez une raison.",submit:"Fermer la conversation"},transfer:"Transf\xE9rer",transferring:{title:"Transf\xE9rer cette conversation",effect:"Le client lira qui lui r\xE9pond. Vos notes suivent le dossier.",to:"\xC0 qui?",queue:"Remettre dans la file",noChoice:"Choisissez \xE0 qui la transf\xE9rer.",submit:"Transf\xE9rer la conversation"},resend:"Renvoyer un courriel",resending:{title:"Renvoyer un courriel",effect:"Si les renseignements correspondent \xE0 un compte, le courriel part \xE0 l\u2019adresse au dossier. Personne ne peut le v\xE9rifier d\u2019ici.",which:"Quel courriel?",verbs:{password_reset:"R\xE9initialisation du mot de passe",user_code_reminder:"Rappel du code d\u2019utilisateur"},slots:{code_utilisateur:"Code d\u2019utilisateur",prenom:"Pr\xE9nom",nom:"Nom de famille",courriel:"Adresse courriel",type_compte:"Type de compte"},known:"D\xE9j\xE0 donn\xE9 par le client. Laissez vide pour l\u2019utiliser.",accountTypes:{individuel:"Individuel",conjoint:"Conjoint"},missing:"Remplissez ce qui manque.",submit:"Envoyer la demande"},cancel:"Annuler",actions:"Conversation en cours",placeholder:"\xC9crivez au client, ou \xAB\xA0/\xA0\xBB pour une r\xE9ponse toute faite",clientWarned:"Le client est parti et a \xE9t\xE9 avis\xE9 que la conversation va se fermer.",unverified:"Identit\xE9 non v\xE9rifi\xE9e",waited:r=>`Attente\xA0: ${r}`,record:{label:"Dossier",open:r=>r>0?`Dossier et notes (${r})`:"Dossier et notes",steps:"D\xE9j\xE0 essay\xE9",noSteps:"Rien n\u2019a encore \xE9t\xE9 essay\xE9.",details:"Pr\xE9cisions",earlier:"Conversations pr\xE9c\xE9dentes",noEarlier:"C\u2019est sa premi\xE8re demande.",openEarlier:({reference:r})=>`Relire la conversation ${r}`,earlierTitle:({reference:r,opened_at:t})=>`${r}, ${de(t).toLowerCase()}`,closeEarlier:"Retour au dossier",notes:"Notes priv\xE9es",noted:(r,t)=>`${r}\xA0: ${t}`,closedWith:r=>`\xC0 la fermeture\xA0: ${r}`,notesAudience:"Les agents les lisent, jamais le client.",newNote:"Nouvelle note",addNote:"Ajouter la note"},takeFirst:"Prenez la conversation pour r\xE9pondre au client.",answeredBy:({agent:r})=>`${r??"Un autre agent"} r\xE9pond \xE0 ce client.`,left:"Ce dossier n\u2019est plus dans la file."};var Rr="/bureau/api/session",Tr="/bureau/api/mot-de-passe",Lr=8e3,he=class extends Error{};async function Lt(){let r=await He("GET");return r.ok?zt(r):null}async function Mt(r,t){return zt(await qt(He("POST",{login:r,password:t})))}async function Pt(r,t){await qt(He("POST",{current:r,new:t},Tr))}async function Ot(){await He("DELETE")}async function qt(r){let t=await r.catch(()=>{throw new he(g.unreachable)});if(t.ok)return t;let{error:e}=await t.json().catch(()=>({}));throw new he(e??g.unreachable)}async function He(r,t,e=Rr){return fetch(e,{method:r,signal:AbortSignal.timeout(Lr),...t===void 0?{}:{body:JSON.stringify(t),headers:{"Content-Type":"application/json"}}})}async function zt(r){let{agent:t}=await r.json();return t}var{changePassword:I}=g,P=class extends k{constructor(){super(...arguments);this.error=null;this.busy=!1;this.shown=!1;this.done=!1}handleOpen(){this.error=null,this.done=this.shown=!1,this.dialog.showModal()}handleClosed(){this.done||(this.current.value=this.next.value="")}async handleSubmit(e){if(e.preventDefault(),this.busy)return;let[i,s]=[this.current.value,this.next.value];if(!i||!s){this.error=I.incomplete,(i?this.next:this.current).focus();return}this.busy=!0,this.error=null;try{await Pt(i,s),this.done=!0,await this.updateComplete,this.closeButton.focus()}catch(n){if(!(n instanceof he))throw n;this.error=n.message}finally{this.busy=!1}}render(){return a`
      <button type="button" @click=${this.handleOpen}>${I.open}</button>
      <dialog aria-labelledby="title" @close=${this.handleClosed}>
        <h2 id="title">${I.title}</h2>
        <div role="alert">${this.error?a`<p class="error">${this.error}</p>`:d}</div>
        <div role="status">${this.done?a`<p>${I.done}</p>`:d}</div>
        ${this.done?this.renderDone():this.renderForm()}
      </dialog>
    `}renderDone(){return a`
      <div class="answers">
        <button class="primary" @click=${()=>this.dialog.close()}>${I.close}</button>
      </div>
    `}renderForm(){let e=this.shown?"text":"password";return a`
      <form novalidate @submit=${this.handleSubmit}>
        <p>${I.effect}</p>
        <label for="current">${I.current}</label>
        <input
          id="current"
          name="current"
          type=${e}
          autocomplete="current-password"
          maxlength="200"
          required
        />
        <label for="new">${I.new}</label>
        <input
          id="new"
          name="new"
          type=${e}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p id="hint">${I.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${()=>this.shown=!this.shown}
          />
          ${I.show}
        </label>
        <div class="answers">
          <button type="button" @click=${()=>this.dialog.close()}>${g.cancel}</button>
          <button class="primary" type="submit">${I.save}</button>
        </div>
      </form>
    `}};P.styles=[S,y`
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
    `],l([v("dialog")],P.prototype,"dialog",2),l([v("[name=current]")],P.prototype,"current",2),l([v("[name=new]")],P.prototype,"next",2),l([v("button.primary")],P.prototype,"closeButton",2),l([h()],P.prototype,"error",2),l([h()],P.prototype,"busy",2),l([h()],P.prototype,"shown",2),l([h()],P.prototype,"done",2),P=l([w("bureau-password")],P);var at=[{path:"/bureau",name:g.pages.desk,roles:["agent","supervisor"]},{path:"/bureau/equipe",name:g.pages.team,roles:["supervisor"]},{path:"/bureau/gestion",name:g.pages.figures,roles:["supervisor","manager"]},{path:"/bureau/incompris",name:g.pages.inbox,roles:["supervisor","manager"]}];function It(r){return at.find(({path:t})=>t===r)}function lt(r){return at.filter(({roles:t})=>t.includes(r))}function Nt(r,t){let e=lt(t),[i]=at;return r!==i?.path||e.includes(i)?null:e[0]?.path??null}var me=class extends k{render(){let t=It(location.pathname),e=lt(this.agent.role).filter(i=>i!==t);return a`
      <header>
        <span class="mark">${ce}</span>
        <h1>${t?.name??g.product}</h1>
        <nav aria-label=${g.pages.label}>
          ${e.map(({path:i,name:s})=>a`<a href=${i} target="_blank" rel="noopener"
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
    `}};me.styles=[S,y`
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
    `],l([A({attribute:!1})],me.prototype,"agent",2),me=l([w("bureau-header")],me);var je=y`
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
`;var j=class extends k{constructor(){super(...arguments);this.error=null;this.busy=!1;this.notice=null}firstUpdated(){document.title=g.product,this.login.focus()}async handleSubmit(e){if(e.preventDefault(),this.busy)return;let i=this.login.value.trim(),s=this.password.value;if(!i||!s){this.error=g.signInIncomplete,(i?this.password:this.login).focus();return}this.busy=!0,this.error=null;try{let n=await Mt(i,s);this.dispatchEvent(new CustomEvent("bureau-signed-in",{detail:n}))}catch(n){this.error=n.message,this.password.select()}finally{this.busy=!1}}render(){let e=this.error??this.notice;return a`
      <main>
        <form novalidate @submit=${this.handleSubmit}>
          <span class="mark">${ce}</span>
          <h1>${g.signInTitle}</h1>
          <p class="subtitle">${g.subtitle}</p>
          <div role="alert">${e?a`<p class="error">${e}</p>`:d}</div>
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
    `}};j.styles=[S,je],l([v("[name=login]")],j.prototype,"login",2),l([v("[name=password]")],j.prototype,"password",2),l([h()],j.prototype,"error",2),l([h()],j.prototype,"busy",2),l([A({attribute:!1})],j.prototype,"notice",2),j=l([w("bureau-sign-in")],j);var fe=y`
  html {
    color-scheme: light dark;
  }

  body {
    margin: 0;
  }
`,Ue=y`
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
`;var Y=class extends k{constructor(){super(...arguments);this.notice=null;this.content=""}connectedCallback(){super.connectedCallback(),fe.styleSheet&&document.adoptedStyleSheets.push(fe.styleSheet),Lt().catch(()=>null).then(e=>this.admit(e))}admit(e){let i=e&&Nt(location.pathname,e.role);i?location.replace(i):this.agent=e}handleSignedIn(e){this.admit(e.detail),this.notice=null}async handleSignOut(){try{await Ot(),this.agent=null,this.notice=null}catch{this.notice=g.unreachable}}handleSignedOut(){this.agent=null,this.notice=g.sessionEnded}contentFor(e){return this.made?.agent!==e&&(this.made=Object.assign(document.createElement(this.content),{agent:e}),this.made.addEventListener("bureau-signed-out",()=>this.handleSignedOut())),this.made}render(){return this.agent===void 0?d:this.agent===null?a`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`:a`
      <bureau-header .agent=${this.agent} @bureau-sign-out=${this.handleSignOut}></bureau-header>
      <div role="alert">${this.notice?a`<p class="notice">${this.notice}</p>`:d}</div>
      ${this.contentFor(this.agent)}
    `}};Y.styles=[Ne,Ue],l([h()],Y.prototype,"agent",2),l([h()],Y.prototype,"notice",2),l([A()],Y.prototype,"content",2),Y=l([w("bureau-page")],Y);var Mr=1e4,Z=class extends Error{constructor(e,i){super(e);this.signedOut=i}};async function Fe(){return(await N("GET","agents")).agents}async function Dt(r,t,e){return N("POST","agents",{login:r,name:t,role:e})}async function Ht(r){return N("POST",`agents/${r}/invitation`)}async function jt(r,t){await N("PATCH",`agents/${r}`,t)}async function Ut(r,t){return N("POST","invitation",{token:r,password:t})}async function Ft(r,t,e){return N("GET",`conversations?${Jt({q:r,state:t,before:e})}`)}async function Vt(r){return N("GET",`conversations/${r}`)}async function Wt(r,t){await N("POST",`conversations/${r}/agent`,{agent_id:t})}async function Gt(){let{conversations:r}=await N("GET","conversations-assistant");return r}async function Qt(r){return(await N("GET",`conversations-assistant/${r}`)).messages}async function Kt(r){return N("GET",`valeurs-ouvertes?${Jt({before:r})}`)}function Jt(r){let t=Object.entries(r).filter(([,e])=>e!==void 0&&e!=="");return new URLSearchParams(t.map(([e,i])=>[e,String(i)])).toString()}async function N(r,t,e){let i=await fetch(`/bureau/api/${t}`,{method:r,signal:AbortSignal.timeout(Mr),...e===void 0?{}:{body:JSON.stringify(e),headers:{"Content-Type":"application/json"}}}).catch(()=>{throw new Z(g.unreachable,!1)}),s=await i.json().catch(()=>({}));if(i.ok)return s;throw new Z(s.error??g.unreachable,i.status===401)}var Pr=new Intl.DateTimeFormat("fr-CA",{dateStyle:"medium",timeStyle:"short"});function O(r){return Pr.format(new Date(r))}var _e={agent:"Agent",supervisor:"Superviseur",manager:"Gestionnaire"},Or={handed_back:"Rendu \xE0 l\u2019assistant",returned:"Revenu \xE0 l\u2019assistant",client_left:"Client parti",call_back:"Rappel demand\xE9"},f={title:"\xC9quipe",sections:{label:"Sections",agents:"Comptes",cases:"Conversations",assisted:"Avec l\u2019assistant",values:"Registre"},loading:"Chargement\u2026",refresh:"Actualiser",more:"Afficher la suite",cancel:"Annuler",close:"Fermer",none:"\u2014",accounts:{caption:"Comptes de l\u2019\xE9quipe",invite:"Inviter une personne",name:"Nom",login:"Identifiant",role:"R\xF4le",state:"\xC9tat",cases:"Dossiers",actions:"Actions",roleOf:r=>`R\xF4le de ${r}`,newLink:"Nouveau lien",newLinkFor:r=>`Nouveau lien pour ${r}`,lock:"Verrouiller",lockOf:r=>`Verrouiller le compte de ${r}`,unlock:"D\xE9verrouiller",unlockOf:r=>`D\xE9verrouiller le compte de ${r}`,yours:"(vous)",stateOf:r=>r.locked?"Verrouill\xE9":r.new?r.invited_until&&Date.parse(r.invited_until)>Date.now()?`Invitation valable jusqu\u2019au ${O(r.invited_until)}`:"Invitation expir\xE9e":r.connected?r.presence==="here"?"Au bureau":"En pause":"Absent",locked:r=>`Le compte de ${r} est verrouill\xE9.`,unlocked:r=>`Le compte de ${r} est d\xE9verrouill\xE9.`,roleChanged:(r,t)=>`${r} a maintenant le r\xF4le \xAB\xA0${_e[t]}\xA0\xBB.`,lockQuestion:r=>`Verrouiller le compte de ${r}?`,lockEffect:r=>r===0?"Ses sessions se terminent tout de suite. Vous pourrez d\xE9verrouiller le compte.":`Ses sessions se terminent tout de suite et ${r===1?"son dossier retourne":`ses ${r} dossiers retournent`} en t\xEAte de la file. Vous pourrez d\xE9verrouiller le compte.`},invitation:{title:"Inviter une personne",nameHint:"Ce que les clients et les coll\xE8gues liront.",loginHint:"Lettres sans accent, chiffres, point, tiret.",incomplete:"Entrez un nom et un identifiant.",create:"Cr\xE9er le lien",linkTitle:r=>`Lien pour ${r}`,link:"Lien d\u2019invitation",linkEffect:r=>`Remettez ce lien \xE0 cette personne seulement. Il sert une seule fois, jusqu\u2019au ${O(r)}. Il ne sera plus affich\xE9.`,copy:"Copier le lien",copied:"Le lien est copi\xE9.",notCopied:"Le lien n\u2019a pas pu \xEAtre copi\xE9. S\xE9lectionnez-le et copiez-le."},cases:{caption:"Dossiers, du plus r\xE9cent au plus ancien",search:"Num\xE9ro de r\xE9f\xE9rence",find:"Chercher",state:"Dossiers",states:{all:"Tous",open:"Ouverts",closed:"Termin\xE9s"},nothing:"Aucun dossier ne correspond.",reference:"R\xE9f\xE9rence",reason:"Motif",problem:"Probl\xE8me",opened:"Ouvert",who:"Agent",status:"\xC9tat",stateOf:r=>r.owner==="waiting"?"En attente":r.owner==="agent"?"En cours":r.close_label??Or[r.last_event??"closed"]??"Termin\xE9"},case:{back:"Retour \xE0 la liste",heading:r=>`Dossier ${r}`,steps:"\xC9tapes essay\xE9es",details:"Pr\xE9cisions",device:r=>`Appareil\xA0: ${r}`,notes:"Notes",noNotes:"Aucune note.",closeNote:"Note de fermeture",events:"D\xE9roulement",erased:"Rien n\u2019est conserv\xE9 de ce qui a \xE9t\xE9 dit.",assign:"Confier \xE0",queue:"La file d\u2019attente",choose:"Choisissez\u2026",assignNow:"Confier",assigned:"Le dossier est confi\xE9.",eventOf:({kind:r,agent:t,to_agent:e})=>{let i=t?` par ${t}`:"";switch(r){case"opened":return"Ouvert";case"taken":return`Pris en charge${i}`;case"released":return t?`Retourn\xE9 dans la file; ${t} ne r\xE9pondait plus`:"Retourn\xE9 dans la file";case"transferred":return e?`Confi\xE9 \xE0 ${e}${i}`:`Retourn\xE9 dans la file${i}`;case"handed_back":return`Rendu \xE0 l\u2019assistant${i}`;case"returned":return"Le client est revenu \xE0 l\u2019assistant";case"client_left":return"Le client est parti";case"call_back":return"Rappel demand\xE9";case"closed":return`Ferm\xE9${i}`;case"reopened":return"Rouvert par le client"}}},assisted:{caption:"Conversations sans agent, de la plus r\xE9cente \xE0 la plus ancienne",nothing:"Aucune conversation.",started:"Commenc\xE9e",last:"Dernier message",lines:"Messages",problem:"Sujet",device:"Appareil",heading:r=>`Conversation du ${r}`},values:{caption:"Renseignements affich\xE9s et conversations lues",explanation:"Chaque fois qu\u2019un agent affiche un renseignement masqu\xE9, ou qu\u2019un superviseur lit une conversation dans cette page, c\u2019est not\xE9 ici. Le renseignement lui-m\xEAme n\u2019est pas conserv\xE9.",nothing:"Rien n\u2019a encore \xE9t\xE9 not\xE9.",at:"Quand",agent:"Qui",reference:"Dossier",kind:"Quoi",what:r=>r==="conversation"?"A lu la conversation":`A affich\xE9\xA0: ${Tt(r)}`},choosePassword:{title:"Choisir un mot de passe",subtitle:"Pour votre compte du bureau",hint:"Au moins 12 caract\xE8res. Une phrase que vous retenez convient tr\xE8s bien.",password:"Nouveau mot de passe",show:"Afficher le mot de passe",save:"Enregistrer",saving:"Enregistrement\u2026",empty:"Entrez un mot de passe.",noToken:"Ce lien est incomplet. Copiez-le en entier, ou demandez-en un nouveau.",done:"Votre mot de passe est enregistr\xE9.",login:r=>`Votre identifiant est \xAB\xA0${r}\xA0\xBB.`,signIn:"Se connecter"}};var{choosePassword:q}=f,qr={agent:"/bureau",supervisor:"/bureau",manager:"/bureau/gestion"},D=class extends k{constructor(){super(...arguments);this.token=location.hash.slice(1);this.error=this.token?null:q.noToken;this.busy=!1;this.shown=!1;this.accepted=null}connectedCallback(){super.connectedCallback(),fe.styleSheet&&document.adoptedStyleSheets.push(fe.styleSheet),history.replaceState(null,"",location.pathname)}async handleSubmit(e){if(e.preventDefault(),this.busy)return;let i=this.password.value;if(!i){this.error=q.empty,this.password.focus();return}this.busy=!0,this.error=null;try{this.accepted=await Ut(this.token,i),await this.updateComplete,this.heading.focus()}catch(s){if(!(s instanceof Z))throw s;this.error=s.message,this.password.focus()}finally{this.busy=!1}}render(){return a`<main>${this.accepted?this.renderDone(this.accepted):this.renderForm()}</main>`}renderDone({login:e,role:i}){return a`
      <div class="card">
        <span class="mark">${ce}</span>
        <h1 tabindex="-1">${q.done}</h1>
        <p class="login">${q.login(e)}</p>
        <a class="next" href=${qr[i]}>${q.signIn}</a>
      </div>
    `}renderForm(){return a`
      <form novalidate @submit=${this.handleSubmit}>
        <span class="mark">${ce}</span>
        <h1 tabindex="-1">${q.title}</h1>
        <p class="subtitle">${q.subtitle}</p>
        <div role="alert">${this.error?a`<p class="error">${this.error}</p>`:d}</div>
        <label for="password">${q.password}</label>
        <input
          id="password"
          name="password"
          type=${this.shown?"text":"password"}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p class="hint" id="hint">${q.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${()=>this.shown=!this.shown}
          />
          ${q.show}
        </label>
        <button class="primary" type="submit" ?hidden=${!this.token}>
          ${this.busy?q.saving:q.save}
        </button>
      </form>
    `}};D.styles=[Ne,S,Ue,je,y`
      .hint,
      .login {
        margin: 6px 0 0;
        color: var(--portail-text-quiet);
        font-size: var(--portail-text-medium);
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

      .next {
        margin-block-start: 24px;
      }
    `],l([v("[name=password]")],D.prototype,"password",2),l([v("h1")],D.prototype,"heading",2),l([h()],D.prototype,"error",2),l([h()],D.prototype,"busy",2),l([h()],D.prototype,"shown",2),l([h()],D.prototype,"accepted",2),D=l([w("bureau-invitation")],D);var Ve={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ge=r=>(...t)=>({_$litDirective$:r,values:t}),ee=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var{I:zr}=_t,Bt=r=>r;var Xt=()=>document.createComment(""),ve=(r,t,e)=>{let i=r._$AA.parentNode,s=t===void 0?r._$AB:t._$AA;if(e===void 0){let n=i.insertBefore(Xt(),s),o=i.insertBefore(Xt(),s);e=new zr(n,o,r,r.options)}else{let n=e._$AB.nextSibling,o=e._$AM,p=o!==r;if(p){let c;e._$AQ?.(r),e._$AM=r,e._$AP!==void 0&&(c=r._$AU)!==o._$AU&&e._$AP(c)}if(n!==s||p){let c=e._$AA;for(;c!==n;){let m=Bt(c).nextSibling;Bt(i).insertBefore(c,s),c=m}}}return e},te=(r,t,e=r)=>(r._$AI(t,e),r),Ir={},We=(r,t=Ir)=>r._$AH=t,Yt=r=>r._$AH,Ge=r=>{r._$AR(),r._$AA.remove()};var Zt=ge(class extends ee{constructor(){super(...arguments),this.key=d}render(r,t){return this.key=r,t}update(r,[t,e]){return t!==this.key&&(We(r),this.key=t),e}});var er=(r,t,e)=>{let i=new Map;for(let s=t;s<=e;s++)i.set(r[s],s);return i},be=ge(class extends ee{constructor(r){if(super(r),r.type!==Ve.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,t,e){let i;e===void 0?e=t:t!==void 0&&(i=t);let s=[],n=[],o=0;for(let p of r)s[o]=i?i(p,o):o,n[o]=e(p,o),o++;return{values:n,keys:s}}render(r,t,e){return this.dt(r,t,e).values}update(r,[t,e,i]){let s=Yt(r),{values:n,keys:o}=this.dt(t,e,i);if(!Array.isArray(s))return this.ut=o,n;let p=this.ut??=[],c=[],m,E,u=0,x=s.length-1,b=0,_=n.length-1;for(;u<=x&&b<=_;)if(s[u]===null)u++;else if(s[x]===null)x--;else if(p[u]===o[b])c[b]=te(s[u],n[b]),u++,b++;else if(p[x]===o[_])c[_]=te(s[x],n[_]),x--,_--;else if(p[u]===o[_])c[_]=te(s[u],n[_]),ve(r,c[_+1],s[u]),u++,_--;else if(p[x]===o[b])c[b]=te(s[x],n[b]),ve(r,s[u],s[x]),x--,b++;else if(m===void 0&&(m=er(o,b,_),E=er(p,u,x)),m.has(p[u]))if(m.has(p[x])){let G=E.get(o[b]),Je=G!==void 0?s[G]:null;if(Je===null){let dt=ve(r,s[u]);te(dt,n[b]),c[b]=dt}else c[b]=te(Je,n[b]),ve(r,s[u],Je),s[G]=null;b++}else Ge(s[x]),x--;else Ge(s[u]),u++;for(;b<=_;){let G=ve(r,c[_+1]);te(G,n[b]),c[b++]=G}for(;u<=x;){let G=s[u++];G!==null&&Ge(G)}return this.ut=o,We(r,c),z}});var T=class extends k{constructor(){super(...arguments);this.error=null;this.done=null}async attempt(e){this.error=this.done=null;try{return await e}catch(i){if(!(i instanceof Z))throw i;return i.signedOut?this.tellSignedOut():this.error=i.message,null}}tellSignedOut(){this.dispatchEvent(new CustomEvent("bureau-signed-out",{bubbles:!0,composed:!0}))}renderOutcome(){return a`
      <div role="alert">${this.error?a`<p class="error">${this.error}</p>`:d}</div>
      <div role="status">${this.done?a`<p class="done">${this.done}</p>`:d}</div>
    `}};l([h()],T.prototype,"error",2),l([h()],T.prototype,"done",2);var U=y`
  :host {
    display: block;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: end;
    margin-block-end: 16px;
  }

  .bar > .push {
    margin-inline-start: auto;
  }

  .quiet,
  caption {
    color: var(--portail-text-quiet);
  }

  /* A narrow window scrolls the table, not the page. */
  .scroller {
    overflow-x: auto;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--portail-text-medium);
  }

  th,
  td {
    padding: 8px 14px;
    border-block-end: 1px solid var(--portail-line);
    text-align: start;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    color: var(--portail-text-quiet);
    font-weight: 600;
    white-space: nowrap;
  }

  tbody th {
    font-weight: 600;
  }

  td.actions,
  .reference {
    white-space: nowrap;
  }

  td button + button {
    margin-inline-start: 6px;
  }

  .locked {
    color: var(--portail-danger);
  }

  label {
    display: block;
    margin-block-end: 4px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input,
  select {
    min-block-size: var(--portail-target);
    padding: 8px 12px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  dialog input,
  dialog select {
    inline-size: 100%;
  }

  .field {
    margin-block-start: 16px;
  }

  .field p {
    margin: 4px 0 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  dialog {
    inline-size: min(460px, 100vw - 32px);
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

  h2,
  h3 {
    margin: 0;
    font-weight: 650;
    line-height: 1.3;
  }

  h2 {
    font-size: 1.125em;
  }

  h3 {
    font-size: 1em;
  }

  dialog > p,
  dialog form > p {
    margin: 8px 0 0;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-block-start: 20px;
  }

  .error,
  .done {
    margin: 0 0 16px;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .done {
    background: var(--portail-accent-soft);
    color: var(--portail-text);
  }

  dialog .error {
    margin: 12px 0 0;
  }

  @media (forced-colors: active) {
    .error,
    .done {
      border: 1px solid CanvasText;
    }
  }
`;var{accounts:$,invitation:H}=f,C=class extends T{constructor(){super(...arguments);this.team=null;this.toLock=null;this.invited=null;this.copied=null;this.inviteError=null}connectedCallback(){super.connectedCallback(),this.load()}async load(){this.team=await this.attempt(Fe())??this.team}handleInviting(){this.inviteError=null,this.inviting.showModal()}async handleInvite(e){e.preventDefault();let i=this.nameField.value.trim(),s=this.loginField.value.trim();if(!i||!s){this.inviteError=H.incomplete,(i?this.loginField:this.nameField).focus();return}let n=await this.attempt(Dt(s,i,this.roleField.value));this.inviteError=this.error,this.error=null,n&&(this.inviting.close(),this.nameField.value=this.loginField.value="",await this.showLink(n))}async handleNewLink(e){let i=await this.attempt(Ht(e.id));i&&await this.showLink(i)}async showLink(e){this.invited=e,this.copied=null,await this.updateComplete,this.linking.showModal(),this.linkField.select(),await this.load()}async handleCopy(){this.linkField.select(),this.copied=await navigator.clipboard.writeText(this.linkField.value).then(()=>H.copied,()=>H.notCopied)}async handleLocking(e){this.toLock=e,await this.updateComplete,this.locking.showModal()}async handleLock(){this.locking.close();let{id:e,name:i}=this.toLock;await this.change(e,{locked:!0},$.locked(i))}async handleRole(e,i){let s=i.target,n=s.value;await this.change(e.id,{role:n},$.roleChanged(e.name,n)),s.value=this.team?.find(({id:o})=>o===e.id)?.role??e.role}async change(e,i,s){await this.attempt(jt(e,i).then(()=>!0))&&(await this.load(),this.done=s)}render(){return a`
      ${this.renderOutcome()}
      <div class="bar">
        <button class="primary" @click=${this.handleInviting}>${$.invite}</button>
        <button class="push" @click=${()=>this.load()}>${f.refresh}</button>
      </div>
      ${this.team?this.renderTable(this.team):a`<p class="quiet">${f.loading}</p>`}
      ${this.renderInviting()} ${this.renderLinking()} ${this.renderLocking()}
    `}renderTable(e){return a`
      <div class="scroller" tabindex="0" role="region" aria-label=${$.caption}>
        <table>
          <caption class="visually-hidden">
            ${$.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${$.name}</th>
              <th scope="col">${$.login}</th>
              <th scope="col">${$.role}</th>
              <th scope="col">${$.state}</th>
              <th scope="col">${$.cases}</th>
              <th scope="col">${$.actions}</th>
            </tr>
          </thead>
          <tbody>
            ${be(e,({id:i})=>i,i=>this.renderMember(i))}
          </tbody>
        </table>
      </div>
    `}renderMember(e){let{id:i,name:s,login:n,role:o,locked:p,cases:c}=e,m=i===this.agent.id;return a`
      <tr>
        <th scope="row">
          ${s}${m?a` <span class="quiet">${$.yours}</span>`:d}
        </th>
        <td>${n}</td>
        <td>
          ${m?_e[o]:a`<select
                  aria-label=${$.roleOf(s)}
                  @change=${E=>this.handleRole(e,E)}
                >
                  ${tr(o)}
                </select>`}
        </td>
        <td class=${p?"locked":""}>${$.stateOf(e)}</td>
        <td>${c}</td>
        <td class="actions">${m?d:this.renderActions(e)}</td>
      </tr>
    `}renderActions(e){let{id:i,name:s,locked:n}=e;return n?a`<button
        aria-label=${$.unlockOf(s)}
        @click=${()=>this.change(i,{locked:!1},$.unlocked(s))}
      >
        ${$.unlock}
      </button>`:a`<button
        aria-label=${$.newLinkFor(s)}
        @click=${()=>this.handleNewLink(e)}
      >
        ${$.newLink}</button
      ><button aria-label=${$.lockOf(s)} @click=${()=>this.handleLocking(e)}>
        ${$.lock}
      </button>`}renderInviting(){return a`
      <dialog class="inviting" aria-labelledby="inviting-title">
        <form novalidate @submit=${this.handleInvite}>
          <h2 id="inviting-title">${H.title}</h2>
          <div role="alert">
            ${this.inviteError?a`<p class="error">${this.inviteError}</p>`:d}
          </div>
          <div class="field">
            <label for="name">${$.name}</label>
            <input
              id="name"
              name="name"
              maxlength="80"
              autocomplete="off"
              aria-describedby="name-hint"
            />
            <p id="name-hint">${H.nameHint}</p>
          </div>
          <div class="field">
            <label for="login">${$.login}</label>
            <input
              id="login"
              name="login"
              maxlength="79"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              aria-describedby="login-hint"
            />
            <p id="login-hint">${H.loginHint}</p>
          </div>
          <div class="field">
            <label for="role">${$.role}</label>
            <select id="role" name="role">
              ${tr("agent")}
            </select>
          </div>
          <div class="answers">
            <button type="button" @click=${()=>this.inviting.close()}>${f.cancel}</button>
            <button class="primary" type="submit">${H.create}</button>
          </div>
        </form>
      </dialog>
    `}renderLinking(){return a`
      <dialog class="linking" aria-labelledby="linking-title">
        ${this.invited?this.renderLink(this.invited):d}
      </dialog>
    `}renderLink({agent:e,invitation:{path:i,expires_at:s}}){return a`
      <h2 id="linking-title">${H.linkTitle(e.name)}</h2>
      <p class="quiet">${H.linkEffect(s)}</p>
      <div class="field">
        <label for="link">${H.link}</label>
        <input id="link" name="link" readonly .value=${location.origin+i} />
        <p role="status">${this.copied}</p>
      </div>
      <div class="answers">
        <button @click=${()=>this.linking.close()}>${f.close}</button>
        <button class="primary" @click=${this.handleCopy}>${H.copy}</button>
      </div>
    `}renderLocking(){let{name:e,cases:i}=this.toLock??{name:"",cases:0};return a`
      <dialog class="locking" aria-labelledby="locking-title" aria-describedby="locking-effect">
        <h2 id="locking-title">${$.lockQuestion(e)}</h2>
        <p id="locking-effect" class="quiet">${$.lockEffect(i)}</p>
        <div class="answers">
          <button autofocus @click=${()=>this.locking.close()}>${f.cancel}</button>
          <button class="primary" @click=${this.handleLock}>${$.lock}</button>
        </div>
      </dialog>
    `}};C.styles=[S,U],l([v(".inviting")],C.prototype,"inviting",2),l([v(".locking")],C.prototype,"locking",2),l([v(".linking")],C.prototype,"linking",2),l([v("[name=name]")],C.prototype,"nameField",2),l([v("[name=login]")],C.prototype,"loginField",2),l([v("[name=role]")],C.prototype,"roleField",2),l([v("[name=link]")],C.prototype,"linkField",2),l([h()],C.prototype,"team",2),l([h()],C.prototype,"toLock",2),l([h()],C.prototype,"invited",2),l([h()],C.prototype,"copied",2),l([h()],C.prototype,"inviteError",2),l([A({attribute:!1})],C.prototype,"agent",2),C=l([w("team-accounts")],C);function tr(r){return Object.keys(_e).map(t=>a`<option value=${t} ?selected=${t===r}>${_e[t]}</option>`)}var rr=ge(class extends ee{constructor(r){if(super(r),r.type!==Ve.ATTRIBUTE||r.name!=="class"||r.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(r){return" "+Object.keys(r).filter(t=>r[t]).join(" ")+" "}update(r,[t]){if(this.st===void 0){this.st=new Set,r.strings!==void 0&&(this.nt=new Set(r.strings.join(" ").split(/\s/).filter(i=>i!=="")));for(let i in t)t[i]&&!this.nt?.has(i)&&this.st.add(i);return this.render(t)}let e=r.element.classList;for(let i of this.st)i in t||(e.remove(i),this.st.delete(i));for(let i in t){let s=!!t[i];s===this.st.has(i)||this.nt?.has(i)||(s?(e.add(i),this.st.add(i)):(e.remove(i),this.st.delete(i)))}return z}});var Qe=class{constructor(t,e,i){this.following=!0;this.top=0;this.resizes=new ResizeObserver(()=>this.hostUpdated());this.scrolled=()=>{let t=this.scroller(),e=t.scrollTop<this.top;this.top=t.scrollTop;let s=t.scrollHeight-t.scrollTop-t.clientHeight<=48||this.following&&!e;s!==this.following&&(this.following=s,this.host.requestUpdate())};this.host=t,this.scroller=e,this.begun=i,t.addController(this)}hostConnected(){this.host.updateComplete.then(()=>this.resizes.observe(this.scroller()))}hostUpdated(){if(!this.following||!this.begun())return;let t=this.scroller();t.scrollTop=t.scrollHeight,this.top=t.scrollTop}hostDisconnected(){this.resizes.disconnect()}watch(t){this.resizes.observe(t)}follow(){this.following=!0,this.host.requestUpdate()}};function ir(r,t){let e,i;return r.map(({from:s,at:n})=>{let o=n===void 0?i:t(n),p=o!==i,c=s.kind!==e?.kind||s.name!==e.name;return e=s,s.kind==="system"?{speaker:c,time:!1}:(i=o,{speaker:c||p,time:p})})}function sr(r,t,e){let i=e;return r.map(({at:s})=>{let n=s===void 0?i:t(s),o=n!==i;return i=n,o?n:null})}var Nr=/(^|[^\d-])((?:\+?1[\s.\u2011-])?\(?([2-9]\d{2})\)?[\s.\u2011-]{1,2}(\d{3})[\s.\u2011-](\d{4}))(?!\d)/g;function Dr(r){let t=[],e=0;for(let i of r.matchAll(Nr)){let[,s="",n="",o,p,c]=i,m=i.index+s.length;m>e&&t.push({text:r.slice(e,m)}),t.push({text:n,href:`tel:+1${o}${p}${c}`}),e=m+n.length}return e<r.length&&t.push({text:r.slice(e)}),t}function nr(r){return Dr(r).map(t=>t.href?a`<a href=${t.href}>${t.text}</a>`:t.text)}var or=y`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .scroller {
    position: relative;
    block-size: 100%;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    animation: arrive 160ms ease-out;
  }

  li.follows {
    margin-block-start: -10px;
  }

  li.mine {
    align-items: flex-end;
  }

  .day {
    align-self: center;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 600;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .speaker {
    font-weight: 600;
  }

  .agent .speaker {
    color: var(--portail-agent);
  }

  /* Seen from where the line stands; still read with it, as the list may be walked line by line. */
  .follows .heading,
  .system .heading,
  .mine.timeless .heading,
  .mine .speaker,
  .timeless time {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bubble {
    max-inline-size: min(88%, 38em);
    margin: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    color: var(--portail-text);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  li:not(.mine) .bubble {
    border-color: var(--portail-line);
    border-start-start-radius: 4px;
  }

  .agent:not(.mine) .bubble {
    border-color: transparent;
    background: var(--portail-agent-soft);
  }

  .mine .bubble {
    border-start-end-radius: 4px;
    background: var(--portail-mine);
    color: var(--portail-on-mine);
  }

  .mine .bubble a {
    color: inherit;
  }

  .system:not(.mine) {
    align-items: stretch;
  }

  .system:not(.mine) .bubble {
    max-inline-size: none;
    border-color: var(--portail-line);
    border-radius: var(--portail-radius-small);
    background: transparent;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 2px;
  }

  .mine .choices {
    justify-content: flex-end;
  }

  .choices button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Passed: no target any more, so no need to be as large as one. */
  .choices button[aria-disabled="true"] {
    min-block-size: 0;
    padding: 4px 12px;
    border-color: var(--portail-line);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 400;
  }

  .status {
    margin: 0;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .status.refused {
    color: var(--portail-danger);
    font-weight: 500;
  }

  .typing {
    display: flex;
    gap: 8px;
    align-items: center;
    inline-size: fit-content;
    margin: 12px 0 0;
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    border-start-start-radius: 4px;
    background: var(--portail-surface-raised);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .dots {
    display: flex;
    gap: 5px;
  }

  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--portail-text-quiet);
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  .new-messages {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 50%;
    display: flex;
    gap: 6px;
    align-items: center;
    border-color: transparent;
    background: var(--portail-text);
    color: var(--portail-surface);
    box-shadow: var(--portail-shadow);
    white-space: nowrap;
    transform: translateX(-50%);
  }

  .new-messages:hover {
    background: var(--portail-accent-strong);
    color: var(--portail-on-accent);
  }

  @keyframes arrive {
    from {
      transform: translateY(8px);
    }
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    li,
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble,
    li:not(.mine) .bubble,
    .agent:not(.mine) .bubble,
    .new-messages {
      border-color: CanvasText;
    }

    .dots i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;function ct(r,t){switch(r.kind){case"bot":return r.name??"Assistant";case"agent":return r.name??"Agent";case"system":return"Information";case"client":return t==="client"?"Vous":"Client"}}var F={transcript:"Conversation",typing:r=>`${r} \xE9crit\u2026`,said:r=>`${r}\xA0:`,choices:r=>`Choix\xA0: ${r.join(", ")}.`,newMessages:"Nouveaux messages",read:"Lu",waiting:"Sera envoy\xE9 au retour de la connexion",notSent:r=>`Non envoy\xE9. ${r}`,retry:"R\xE9essayer",edit:"Modifier",remove:"Retirer",composer:"Votre message",send:"Envoyer",tooLong:(r,t)=>`Votre message compte ${Ke(r)} caract\xE8res; la limite est de ${Ke(t)}. Raccourcissez-le avant de l\u2019envoyer.`,length:(r,t)=>`${Ke(r)} sur ${Ke(t)} caract\xE8res`};function Ke(r){return r.toLocaleString("fr-CA")}var L=class extends k{constructor(){super(...arguments);this.end=new Qe(this,()=>this.scroller,()=>this.lines().length>1);this.unseen=!1;this.messages=[];this.pending=[];this.typing=null;this.openChoices=null;this.readSeq=0;this.viewer="client";this.renderWords=({text:e})=>nr(e);this.handleScroll=()=>{let e=this.end.following;this.end.scrolled(),this.end.following&&!e&&this.tell("portail-end",null)}}willUpdate(e){this.hasUpdated&&this.handleScroll();let i=e.get("pending");i&&this.pending.length>i.length&&(this.end.following=!0),e.has("messages")&&e.get("messages")&&(this.unseen=!0),this.end.following&&(this.unseen=!1)}handleEndChange({target:e}){for(let i of e.assignedElements())this.end.watch(i)}lines(){let e=new Set(this.messages.map(s=>s.id)),i=this.pending.filter(s=>!e.has(s.id)).map(s=>({id:s.id,from:{kind:this.viewer,name:null},text:s.text,buttons:[],pending:s}));return[...this.messages,...i]}goToEnd(){this.end.follow(),this.scroller.focus({preventScroll:!0})}tell(e,i){this.dispatchEvent(new CustomEvent(e,{detail:i,bubbles:!0,composed:!0}))}get atEnd(){return this.end.following}render(){let e=this.lines(),i=ir(e,o=>de(o)+Ee(o)),s=e.findLast(({from:o,seq:p})=>o.kind===this.viewer&&p!==void 0&&p<=this.readSeq),n=sr(e,de,de(new Date().toISOString()));return a`
      <div
        class="scroller"
        role="region"
        aria-label=${F.transcript}
        tabindex="0"
        @scroll=${this.handleScroll}
      >
        <slot></slot>
        <ol role="list">
          ${be(e,o=>o.id,(o,p)=>a`
              ${n[p]?a`<li class="day">${n[p]}</li>`:d}
              ${this.renderLine(o,i[p],o===s)}
            `)}
        </ol>
        ${this.typing?this.renderTyping(this.typing):d}
        <slot name="end" @slotchange=${this.handleEndChange}></slot>
      </div>
      <button class="new-messages" ?hidden=${!this.unseen} @click=${this.goToEnd}>
        ${Rt} ${F.newMessages}
      </button>
    `}renderLine(e,i,s){let{from:n}=e,o={[n.kind]:!0,mine:n.kind===this.viewer,follows:!i.speaker,timeless:!i.time};return a`
      <li class=${rr(o)}>
        <div class="heading">
          <span class="speaker">${ct(n,this.viewer)}</span>
          ${e.at?a`<time datetime=${e.at}>${Ee(e.at)}</time>`:d}
        </div>
        ${e.text?a`<p class="bubble">${this.renderWords(e)}</p>`:d}
        ${e.buttons.length>0?this.renderChoices(e):d}
        ${e.pending?this.renderPending(e.pending):d}
        ${s?a`<p class="status">${F.read}</p>`:d}
      </li>
    `}renderChoices(e){let i=e.id===this.openChoices?.id;return a`
      <div class="choices">
        ${e.buttons.map(s=>a`
            <button
              type="button"
              aria-disabled=${i?"false":"true"}
              tabindex=${i?0:-1}
              @click=${()=>i&&this.tell("portail-choice",s)}
            >
              ${s.title}
            </button>
          `)}
      </div>
    `}renderPending(e){return e.error===null?e.waiting?a`<p class="status">${F.waiting}</p>`:a``:a`
      <p class="status refused">${F.notSent(e.error)}</p>
      <div class="choices">
        <button @click=${()=>this.tell("portail-retry",e)}>${F.retry}</button>
        <button @click=${()=>this.tell("portail-withdraw",e)}>
          ${e.editable?F.edit:F.remove}
        </button>
      </div>
    `}renderTyping(e){let i=e.kind==="bot"?"visually-hidden":"";return a`
      <p class="typing">
        <span class=${i}>${F.typing(ct(e,this.viewer))}</span>
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      </p>
    `}};L.styles=[S,or],l([v(".scroller")],L.prototype,"scroller",2),l([h()],L.prototype,"unseen",2),l([A({attribute:!1})],L.prototype,"messages",2),l([A({attribute:!1})],L.prototype,"pending",2),l([A({attribute:!1})],L.prototype,"typing",2),l([A({attribute:!1})],L.prototype,"openChoices",2),l([A({attribute:!1})],L.prototype,"readSeq",2),l([A()],L.prototype,"viewer",2),l([A({attribute:!1})],L.prototype,"renderWords",2),L=l([w("portail-transcript")],L);var{assisted:J}=f,B=class extends T{constructor(){super(...arguments);this.conversations=null;this.opened=null;this.messages=[]}connectedCallback(){super.connectedCallback(),this.load()}async load(){this.conversations=await this.attempt(Gt())??this.conversations}async handleOpen(e){let i=await this.attempt(Qt(e.key));i&&(this.messages=i,this.opened=e,await this.updateComplete,this.heading?.focus())}async handleBack(){let e=this.opened?.key;this.opened=null,this.messages=[],await this.updateComplete,this.renderRoot.querySelector(`[data-key="${e}"]`)?.focus()}render(){return a`
      ${this.renderOutcome()}
      ${this.opened?this.renderOpened(this.opened):this.renderListed(this.conversations)}
    `}renderOpened({started_at:e}){return a`
      <div class="head">
        <button class="icon" aria-label=${f.case.back} @click=${this.handleBack}>
          ${De}
        </button>
        <h2 tabindex="-1">${J.heading(O(e))}</h2>
      </div>
      <portail-transcript viewer="agent" .messages=${this.messages}></portail-transcript>
    `}renderListed(e){return e===null?a`<p class="quiet">${f.loading}</p>`:a`
      <div class="bar">
        <button class="push" @click=${()=>this.load()}>${f.refresh}</button>
      </div>
      ${e.length===0?a`<p class="quiet">${J.nothing}</p>`:this.renderTable(e)}
    `}renderTable(e){return a`
      <div class="scroller" tabindex="0" role="region" aria-label=${J.caption}>
        <table>
          <caption class="visually-hidden">
            ${J.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${J.started}</th>
              <th scope="col">${J.problem}</th>
              <th scope="col">${J.lines}</th>
              <th scope="col">${J.last}</th>
              <th scope="col">${J.device}</th>
            </tr>
          </thead>
          <tbody>
            ${e.map(i=>a`
                <tr>
                  <th scope="row">
                    <button data-key=${i.key} @click=${()=>this.handleOpen(i)}>
                      ${O(i.started_at)}
                    </button>
                  </th>
                  <td>${i.problem_label??f.none}</td>
                  <td>${i.lines}</td>
                  <td>${O(i.last_at)}</td>
                  <td>${i.device??f.none}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
    `}};B.styles=[S,U,y`
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        margin-block-end: 16px;
      }

      portail-transcript {
        block-size: min(70dvh, 640px);
        max-inline-size: 760px;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }
    `],l([v("h2")],B.prototype,"heading",2),l([h()],B.prototype,"conversations",2),l([h()],B.prototype,"opened",2),l([h()],B.prototype,"messages",2),B=l([w("team-assisted")],B);var{case:R}=f,ar="queue",V=class extends T{constructor(){super(...arguments);this.read=null;this.team=[]}connectedCallback(){super.connectedCallback(),this.open()}async open(){await this.load(),await this.updateComplete,this.heading?.focus()}async load(){let e=await this.attempt(Promise.all([Vt(this.caseId),Fe()]));e&&([this.read,this.team]=e)}async handleAssign(e){e.preventDefault();let i=this.toField.value;if(!i){this.toField.focus();return}let s=i===ar?null:Number(i);await this.attempt(Wt(this.caseId,s).then(()=>!0))&&(await this.load(),this.error||(this.done=R.assigned))}handleBack(){this.dispatchEvent(new CustomEvent("team-back"))}render(){return a`
      <div class="head">
        <button class="icon" aria-label=${R.back} @click=${this.handleBack}>${De}</button>
        ${this.read?a`<h2 tabindex="-1">${R.heading(this.read.case.reference)}</h2>`:d}
      </div>
      ${this.renderOutcome()} ${this.read?this.renderRead(this.read):d}
    `}renderRead(e){return a`
      <div class="columns">
        <div class="transcript">
          ${e.messages.length>0?a`<portail-transcript
                  viewer="agent"
                  .messages=${e.messages}
                ></portail-transcript>`:a`<p class="quiet">${R.erased}</p>`}
        </div>
        <div>
          ${this.renderAbout(e)} ${e.case.closed_at?d:this.renderAssign(e)}
          ${this.renderEvents(e)} ${this.renderNotes(e)}
        </div>
      </div>
    `}renderAbout({case:e}){return a`
      <section>
        <h3>${e.reason_label}</h3>
        <p>
          ${f.cases.stateOf(e)}${e.agent?a`, ${e.agent}`:d}
          ${e.problem_label?a`<br />${e.problem_label}`:d}
        </p>
        ${e.summary?a`<p>${e.summary}</p>`:d}
        ${lr(R.steps,e.steps)} ${lr(R.details,e.details)}
        ${e.device?a`<p class="quiet">${R.device(e.device)}</p>`:d}
      </section>
    `}renderAssign({case:{agent_id:e}}){let i=this.team.filter(({id:s,role:n,locked:o,connected:p,presence:c})=>n!=="manager"&&!o&&p&&c==="here"&&s!==e);return a`
      <section>
        <form class="assign" @submit=${this.handleAssign}>
          <label for="to">${R.assign}</label>
          <select id="to" name="to">
            <option value="">${R.choose}</option>
            ${e===null?d:a`<option value=${ar}>${R.queue}</option>`}
            ${i.map(({id:s,name:n})=>a`<option value=${s}>${n}</option>`)}
          </select>
          <button type="submit">${R.assignNow}</button>
        </form>
      </section>
    `}renderEvents({events:e}){return e.length===0?d:a`
      <section>
        <h3>${R.events}</h3>
        <ol>
          ${e.map(i=>a`<li>
                ${R.eventOf(i)}
                <time datetime=${i.at}>${O(i.at)}</time>
              </li>`)}
        </ol>
      </section>
    `}renderNotes({notes:e,close_note:i}){return a`
      <section>
        <h3>${R.notes}</h3>
        ${e.length===0&&!i?a`<p class="quiet">${R.noNotes}</p>`:d}
        ${e.length>0?a`<ul>
                ${e.map(({agent:s,text:n,at:o})=>a`<li>
                      ${n}<br /><span class="quiet">${s}</span>
                      <time datetime=${o}>${O(o)}</time>
                    </li>`)}
              </ul>`:d}
        ${i?a`<p><b>${R.closeNote}</b><br />${i}</p>`:d}
      </section>
    `}};V.styles=[S,U,y`
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        margin-block-end: 16px;
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(260px, 2fr);
        gap: 20px;
        align-items: start;
      }

      .transcript {
        display: flex;
        flex-direction: column;
        block-size: min(70dvh, 640px);
        overflow: hidden;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }

      portail-transcript {
        flex: 1;
        min-block-size: 0;
      }

      .transcript > p {
        margin: auto;
        padding: 24px;
      }

      section {
        margin-block-end: 16px;
        padding: 14px 16px;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }

      section p,
      section ul,
      section ol {
        margin: 6px 0 0;
        overflow-wrap: anywhere;
      }

      section ul,
      section ol {
        padding-inline-start: 1.2em;
      }

      time {
        color: var(--portail-text-quiet);
        font-size: var(--portail-text-medium);
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `],l([v("h2")],V.prototype,"heading",2),l([v("[name=to]")],V.prototype,"toField",2),l([h()],V.prototype,"read",2),l([h()],V.prototype,"team",2),l([A({attribute:!1})],V.prototype,"caseId",2),V=l([w("team-case")],V);function lr(r,t){return t.length===0?d:a`
    <p><b>${r}</b></p>
    <ul>
      ${t.map(e=>a`<li>${e}</li>`)}
    </ul>
  `}var{cases:M}=f,W=class extends T{constructor(){super(...arguments);this.cases=null;this.more=!1;this.opened=null}connectedCallback(){super.connectedCallback(),this.load("","all")}async load(e,i,s){let n=await this.attempt(Ft(e,i,s));n&&(this.cases=s===void 0?n.cases:[...this.cases??[],...n.cases],this.more=n.more)}find(e){return this.load(this.searchField.value.trim(),this.stateField.value,e)}handleSearch(e){e.preventDefault(),this.find()}async handleBack(){let e=this.opened;this.opened=null,await this.updateComplete,this.renderRoot.querySelector(`[data-case="${e}"]`)?.focus(),await this.find()}render(){return a`
      ${this.renderOutcome()}
      ${this.opened===null?d:a`<team-case
              .caseId=${this.opened}
              @team-back=${()=>this.handleBack()}
            ></team-case>`}
      <div ?hidden=${this.opened!==null}>
        <form class="bar" role="search" @submit=${this.handleSearch}>
          <div>
            <label for="q">${M.search}</label>
            <input id="q" name="q" maxlength="20" autocomplete="off" spellcheck="false" />
          </div>
          <div>
            <label for="state">${M.state}</label>
            <select id="state" name="state" @change=${()=>this.find()}>
              ${["all","open","closed"].map(e=>a`<option value=${e}>${M.states[e]}</option>`)}
            </select>
          </div>
          <button class="primary" type="submit">${M.find}</button>
        </form>
        ${this.cases?this.renderCases(this.cases):a`<p class="quiet">${f.loading}</p>`}
      </div>
    `}renderCases(e){return e.length===0?a`<p class="quiet" role="status">${M.nothing}</p>`:a`
      <div class="scroller" tabindex="0" role="region" aria-label=${M.caption}>
        <table>
          <caption class="visually-hidden">
            ${M.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${M.reference}</th>
              <th scope="col">${M.reason}</th>
              <th scope="col">${M.problem}</th>
              <th scope="col">${M.opened}</th>
              <th scope="col">${M.who}</th>
              <th scope="col">${M.status}</th>
            </tr>
          </thead>
          <tbody>
            ${be(e,({id:i})=>i,i=>this.renderCase(i))}
          </tbody>
        </table>
      </div>
      ${this.more?a`<div class="answers">
              <button @click=${()=>this.find(e.at(-1)?.id)}>${f.more}</button>
            </div>`:d}
    `}renderCase(e){return a`
      <tr>
        <th scope="row" class="reference">
          <button data-case=${e.id} @click=${()=>this.opened=e.id}>
            ${e.reference}
          </button>
        </th>
        <td>${e.reason_label}</td>
        <td>${e.problem_label??f.none}</td>
        <td>${O(e.opened_at)}</td>
        <td>${e.agent??f.none}</td>
        <td>${M.stateOf(e)}</td>
      </tr>
    `}};W.styles=[S,U],l([v("[name=q]")],W.prototype,"searchField",2),l([v("[name=state]")],W.prototype,"stateField",2),l([h()],W.prototype,"cases",2),l([h()],W.prototype,"more",2),l([h()],W.prototype,"opened",2),W=l([w("team-cases")],W);var{values:X}=f,pe=class extends T{constructor(){super(...arguments);this.values=null;this.more=!1}connectedCallback(){super.connectedCallback(),this.load()}async load(e){let i=await this.attempt(Kt(e));i&&(this.values=e===void 0?i.values:[...this.values??[],...i.values],this.more=i.more)}render(){return a`
      ${this.renderOutcome()}
      <div class="bar">
        <p class="quiet">${X.explanation}</p>
        <button class="push" @click=${()=>this.load()}>${f.refresh}</button>
      </div>
      ${this.values?this.renderValues(this.values):a`<p class="quiet">${f.loading}</p>`}
    `}renderValues(e){return e.length===0?a`<p class="quiet">${X.nothing}</p>`:a`
      <div class="scroller" tabindex="0" role="region" aria-label=${X.caption}>
        <table>
          <caption class="visually-hidden">
            ${X.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${X.at}</th>
              <th scope="col">${X.agent}</th>
              <th scope="col">${X.reference}</th>
              <th scope="col">${X.kind}</th>
            </tr>
          </thead>
          <tbody>
            ${e.map(({at:i,agent:s,reference:n,kind:o})=>a`
                <tr>
                  <td>${O(i)}</td>
                  <td>${s}</td>
                  <td class="reference">${n??f.none}</td>
                  <td>${X.what(o)}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      ${this.more?a`<div class="answers">
              <button @click=${()=>this.load(e.at(-1)?.id)}>${f.more}</button>
            </div>`:d}
    `}};pe.styles=[S,U],l([h()],pe.prototype,"values",2),l([h()],pe.prototype,"more",2),pe=l([w("team-values")],pe);var cr=new Map([["","agents"],["#conversations","cases"],["#assistant","assisted"],["#valeurs","values"]]),re=class extends k{constructor(){super(...arguments);this.section="agents";this.again=0;this.follow=()=>{this.section=cr.get(location.hash)??"agents"}}connectedCallback(){super.connectedCallback(),document.title=f.title,addEventListener("hashchange",this.follow),this.follow()}disconnectedCallback(){super.disconnectedCallback(),removeEventListener("hashchange",this.follow)}restart(e){e===this.section&&(this.again+=1)}render(){return a`
      <nav aria-label=${f.sections.label}>
        ${[...cr].map(([e,i])=>a`<a
              href=${e||"#"}
              aria-current=${this.section===i?"page":"false"}
              @click=${()=>this.restart(i)}
              >${f.sections[i]}</a
            >`)}
      </nav>
      <main>${Zt(this.again,this.renderSection())}</main>
    `}renderSection(){switch(this.section){case"agents":return a`<team-accounts .agent=${this.agent}></team-accounts>`;case"cases":return a`<team-cases></team-cases>`;case"assisted":return a`<team-assisted></team-assisted>`;case"values":return a`<team-values></team-values>`}}};re.styles=[S,y`
      :host {
        display: block;
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        padding: 4px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      a {
        padding-block: 10px;
        border-block-end: 3px solid transparent;
        text-decoration: none;
      }

      /* The bar has room for no more. */
      a:focus-visible {
        outline-offset: 1px;
      }

      a[aria-current="page"] {
        border-color: currentcolor;
        color: var(--portail-text);
      }

      main {
        max-inline-size: 1200px;
        margin-inline: auto;
        padding: 20px;
      }

      @media (max-width: 50em) {
        nav,
        main {
          padding-inline: 12px;
        }
      }
    `],l([h()],re.prototype,"section",2),l([h()],re.prototype,"again",2),l([A({attribute:!1})],re.prototype,"agent",2),re=l([w("bureau-team")],re);})();
