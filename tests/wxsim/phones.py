"""A person's phone: everything that one can do in WeChat, and what one sees there."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping, Sequence

from tests.wxsim import messages
from tests.wxsim.accounts import Account
from tests.wxsim.crypto import sealed_for_session
from tests.wxsim.deliveries import Delivery
from tests.wxsim.engine import PushEngine
from tests.wxsim.markup import Fields
from tests.wxsim.people import Bubble
from tests.wxsim.pictures import PLATE
from tests.wxsim.world import Code, World

NO_FAULTS: Mapping[str, float] = {}
CODE_LIFE = 300.0


class Phone:
    """Do what one person does; every sending waits for its delivery unless told not to."""

    def __init__(self, name: str, *, world: World, engine: PushEngine) -> None:
        """Take the phone of the person of a name."""
        self.person = world.person(name)
        self._world, self._engine = world, engine

    @property
    def name(self) -> str:
        """Return the person's name."""
        return self.person.name

    @property
    def open_id(self) -> str:
        """Return the person's id at the official account."""
        return self.person.open_id(self._world.official.app_id)

    @property
    def mini_open_id(self) -> str:
        """Return the person's id at the mini program."""
        return self.person.open_id(self._world.mini_program.app_id)

    @property
    def union_id(self) -> str:
        """Return the person's id at all accounts of the owner."""
        return self.person.union_id

    @property
    def is_following(self) -> bool:
        """Tell whether the person follows the official account."""
        return self.person.is_following

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """Return everything in the conversation, in order."""
        return tuple(self.person.bubbles)

    @property
    def answers(self) -> list[str]:
        """Return the texts that the account showed, in order."""
        return [bubble.text for bubble in self.person.bubbles if not bubble.mine]

    def sees(self, words: str, *, seconds: float = 10, times: int = 1) -> str:
        """Return the newest text of the account that holds the words, once as many do; for answers sent later.

        Raises AssertionError, with what was seen, when they do not come in so many real seconds.
        """

        def found() -> list[str]:
            return [text for text in self.answers if words in text]

        with self._world.shown:
            has_come = self._world.shown.wait_for(lambda: len(found()) >= times, seconds)
        assert has_come, f"{self.name} did not see {words!r} but {self.answers}"
        return found()[-1]

    def sends(
        self,
        fields: Fields,
        *,
        faults: Mapping[str, float] = NO_FAULTS,
        message_id: str = "",
        waits: bool = True,
        is_from_platform: bool = False,
        account: Account | None = None,
    ) -> Delivery:
        """Send any message or event."""
        delivery = self._engine.push(
            self.person,
            fields,
            account=account or self._world.official,
            faults=faults,
            message_id=message_id,
            is_from_platform=is_from_platform,
        )
        return delivery.wait() if waits else delivery

    def says(
        self, text: str, *, faults: Mapping[str, float] = NO_FAULTS, message_id: str = "", waits: bool = True
    ) -> Delivery:
        """Send a text."""
        self._mine("text", text)
        return self.sends(messages.text(text), faults=faults, message_id=message_id, waits=waits)

    def touches(self, text: str, *, menu_id: str) -> Delivery:
        """Touch a link of a message menu, which sends its text."""
        self._mine("text", text)
        return self.sends(messages.text(text, menu_id=menu_id))

    def sends_photo(
        self,
        content: bytes = PLATE,
        *,
        faults: Mapping[str, float] = NO_FAULTS,
        message_id: str = "",
        waits: bool = True,
    ) -> Delivery:
        """Send a picture."""
        media_id = self._kept(content, "image")
        self._mine("image", "", media_id)
        fields = messages.image(pic_url=self._world.pic_url(media_id), media_id=media_id)
        return self.sends(fields, faults=faults, message_id=message_id, waits=waits)

    def sends_photos(self, contents: Sequence[bytes], *, key: str = "") -> list[Delivery]:
        """Send several pictures at once; with a menu's key after its event, as from the menu."""
        under_way = [self.sends(messages.pictures_chosen(key=key, pictures=contents), waits=False)] if key else []
        under_way += [self.sends_photo(content, waits=False) for content in contents]
        return [delivery.wait() for delivery in under_way]

    def sends_voice(self, *, recognition: str | None = "") -> Delivery:
        """Send a voice message."""
        media_id = self._kept(b"#!AMR\n" + bytes(60), "voice")
        self._mine("voice", "")
        return self.sends(messages.voice(media_id=media_id, recognition=recognition))

    def sends_video(self, *, is_short: bool = False) -> Delivery:
        """Send a video."""
        media_id = self._kept(b"\0\0\0\x18ftypmp42", "video")
        self._mine("video", "")
        return self.sends(messages.video(media_id=media_id, thumb_media_id=media_id, is_short=is_short))

    def sends_file(self, title: str = "体检报告.pdf", content: bytes = b"%PDF-1.4") -> Delivery:
        """Send a file."""
        self._mine("file", title)
        return self.sends(messages.file(title=title, content=content))

    def sends_link(self, url: str = "https://example.org/", title: str = "一篇文章") -> Delivery:
        """Send a shared page."""
        self._mine("link", title)
        return self.sends(messages.link(title=title, url=url))

    def sends_location(self, *, latitude: float = 31.23, longitude: float = 121.47, label: str = "上海") -> Delivery:
        """Send a place."""
        self._mine("location", label)
        return self.sends(messages.location(latitude=latitude, longitude=longitude, label=label))

    def sends_sticker(self) -> Delivery:
        """Send a custom sticker."""
        self._mine("sticker", "")
        return self.sends(messages.sticker())

    def follows(self, *, scene: str = "", faults: Mapping[str, float] = NO_FAULTS, waits: bool = True) -> Delivery:
        """Follow the account, by a code with a scene if one is told."""
        self._followed("ADD_SCENE_QR_CODE" if scene else "ADD_SCENE_SEARCH", scene)
        ticket = next((each.ticket for each in self._world.scenes.values() if each.scene == scene), "")
        return self.sends(messages.subscribe(scene=scene, ticket=ticket), faults=faults, waits=waits)

    def unfollows(self, *, faults: Mapping[str, float] = NO_FAULTS) -> Delivery:
        """Leave the account; no reply reaches the person after that."""
        self.person.is_following = False
        self._world.quota.close(self.open_id)
        return self.sends(messages.unsubscribe(), faults=faults)

    def scans(self, scene_or_ticket: str) -> Delivery:
        """Scan a code with a scene: a follower enters, everybody else follows by it.

        Raises ValueError for a code that is not there or over.
        """
        known = list(self._world.scenes.values())
        found = next((each for each in known if scene_or_ticket in (each.ticket, each.scene)), None)
        if found is None or found.expires_at < self._world.clock.now():
            raise ValueError("no such code, or it is over")
        if not self.person.is_following:
            return self.follows(scene=found.scene)
        return self.sends(messages.scan(scene=found.scene, ticket=found.ticket))

    def clicks(self, key: str, *, waits: bool = True) -> Delivery:
        """Touch a menu entry with a key."""
        return self.sends(messages.click(key), waits=waits)

    def views(self, url: str) -> Delivery:
        """Touch a menu entry with a page."""
        return self.sends(messages.view(url))

    def revokes(self, codes: str, *, at: Account | None = None) -> Delivery:
        """Take back what was allowed to the official account or `at` the mini program, by its codes with commas."""
        app_id = (at or self._world.official).app_id
        fields = messages.authorization_revoked(open_id=self.person.open_id(app_id), app_id=app_id, revoked=codes)
        return self.sends(fields, is_from_platform=True, account=at)

    def closes_wechat(self, *, at: Account | None = None) -> Delivery:
        """Close the WeChat account for good, of which the official account is told, or the mini program."""
        self.person.is_following = False
        self._world.quota.close(self.open_id)
        app_id = (at or self._world.official).app_id
        fields = messages.account_closed(open_id=self.person.open_id(app_id), app_id=app_id)
        return self.sends(fields, is_from_platform=True, account=at)

    def answers_notice(self, template_id: str, *, accepts: bool = True) -> Delivery:
        """Accept or refuse one notice; accepting allows one sending."""
        credits_before = self.person.notice_credits.get(template_id, 0)
        self.person.notice_credits[template_id] = credits_before + 1 if accepts else 0
        return self.sends(messages.notice_asked(template_id=template_id, accepts=accepts))

    def switches_off_notice(self, template_id: str, *, is_as_in_sample: bool = False) -> Delivery:
        """Switch a notice off."""
        self.person.notice_credits[template_id] = 0
        return self.sends(messages.notice_switched_off(template_id=template_id, is_as_in_sample=is_as_in_sample))

    def login_code(self) -> str:
        """Return a fresh code of a mini program's sign-in: once, five minutes."""
        return self._code(self._world.mini_program.app_id, "")

    def oauth_code(self, *, scope: str = "snsapi_base") -> str:
        """Return a fresh code of a web page's sign-in: once, five minutes."""
        return self._code(self._world.official.app_id, scope)

    def werun(
        self, steps: Sequence[tuple[int, int]], *, app_id: str = "", session_key: str = "", at: int = 0
    ) -> dict[str, str]:
        """Return the steps of days (start in seconds since 1970, count) as a mini program hands them over.

        `session_key` replaces the one of the latest sign-in, `app_id` and `at` those of the watermark. Raises KeyError
        for a person who never signed in.
        """
        key = session_key or self._world.session_keys[self.mini_open_id]
        mark = {"appid": app_id or self._world.mini_program.app_id, "timestamp": at or int(self._world.clock.now())}
        days = [{"timestamp": day, "step": count} for day, count in steps]
        iv = secrets.token_bytes(16)
        data = json.dumps({"stepInfoList": days, "watermark": mark}).encode()
        return {"encryptedData": sealed_for_session(data, session_key=key, iv=iv), "iv": base64.b64encode(iv).decode()}

    def _followed(self, came_by: str, scene: str) -> None:
        self.person.is_following, self.person.came_by, self.person.came_scene = True, came_by, scene
        self.person.followed_at = self._world.clock.now()

    def _code(self, app_id: str, scope: str) -> str:
        code = Code(secrets.token_urlsafe(24), self.person, app_id, self._world.clock.now() + CODE_LIFE, scope)
        self._world.codes[code.value] = code
        return code.value

    def _kept(self, content: bytes, kind: str) -> str:
        return self._world.media.put(content, kind=kind, app_id=self._world.official.app_id).media_id

    def _mine(self, kind: str, text: str, media_id: str = "") -> None:
        self._world.show(self.person, kind=kind, text=text, source="phone", mine=True, media_id=media_id)
